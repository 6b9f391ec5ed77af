import { type Debt, keep } from "./debt.ts";
import type { Distribution, Size } from "./distribution.ts";
import type { Step } from "./step.ts";

/** Only some of the debts. */
export const among =
  (belongs: (debt: Debt) => boolean, step: Step): Step =>
  (amount, debts, sofar) =>
    step(amount, keep(debts, belongs), sofar);

/** Earlier judgments first; debts in listed order stand by the dates of their judgments. */
export const byJudgmentDate =
  (each: Step, sameDate: Step): Step =>
  (amount, debts, sofar) => {
    let left = amount;
    for (let from = 0, until = 0; from < debts.length; from = until) {
      until = endOfDate(debts, from);
      const own = until - from === debts.length ? debts : debts.slice(from, until);
      left = isOfOneJudgment(own) ? each(left, own, sofar) : sameDate(left, own, sofar);
      if (sofar.refusal !== null) return left;
    }
    return left;
  };

const endOfDate = (debts: readonly Debt[], from: number): number => {
  const date = debts[from]?.claim.judgmentDate;
  let until = from + 1;
  while (debts[until]?.claim.judgmentDate === date) until += 1;
  return until;
};

/** Debts that are paid in full already do not count, here and below. */
const isOfOneJudgment = (debts: readonly Debt[]): boolean => {
  let one: Debt["claim"]["cause"] | undefined;
  for (const { claim, owed } of debts) {
    if (owed === 0) continue;
    one ??= claim.cause;
    if (claim.cause !== one) return false;
  }
  return true;
};

/** How a debt stands to the bound that a step names. */
export type SizeOf = (debt: Debt) => Size;

type Bound = Pick<Extract<Distribution, { readonly kind: "of-size" }>, "of" | "boundCents">;

/** Tells how debts stand to a bound. */
export const sizeAgainst = ({ of, boundCents }: Bound): SizeOf => {
  const toBound = (cents: number): Size => (cents === boundCents ? "exactly" : cents < boundCents ? "below" : "above");
  return of === "ordered" ? ({ claim }) => toBound(claim.orderedCents) : ({ owed }) => toBound(owed);
};

/** One way for debts of one size each, and one for mixed ones. */
export const bySize =
  (sizeOf: SizeOf, ways: Readonly<Record<Size | "mixed", Step>>): Step =>
  (amount, debts, sofar) =>
    ways[sizeOfAll(debts, sizeOf)](amount, debts, sofar);

const sizeOfAll = (debts: readonly Debt[], sizeOf: SizeOf): Size | "mixed" => {
  let all: Size | undefined;
  for (const debt of debts) {
    if (debt.owed === 0) continue;
    const size = sizeOf(debt);
    all ??= size;
    if (size !== all) return "mixed";
  }
  return all ?? "mixed";
};
