import type { LocalDate } from "@victim-rights/core";
import type { RuleId } from "@victim-rights/rules";
import type { ClaimId } from "../allocation/claim.ts";
import { type DisbursementAnswer, disbursementDue } from "../terms/disbursement-due.ts";
import { Grade } from "../terms/grade.ts";
import { type Book, entryOf, type ObligationState, type PayeeState } from "./book.ts";
import type { CommandTo } from "./command.ts";
import type { PayeeId } from "./ids.ts";
import type { LedgerLaw } from "./ledger.ts";

/** What becomes of a payee's money in a run: it is paid, or held, and why. */
export type RunOutcome =
  | { readonly kind: "pay"; readonly rule: RuleId | null }
  | { readonly kind: "hold"; readonly because: "no-address" }
  | { readonly kind: "hold"; readonly because: "not-due"; readonly dueBy: LocalDate; readonly rule: RuleId };

/** A payee to whom something of one grade of case is payable, and what a run does about it. */
export type PayeeInRun = {
  readonly payee: PayeeId;
  readonly grade: Grade;
  readonly cents: number;
  readonly parts: readonly { readonly obligation: ClaimId; readonly cents: number }[];
  readonly outcome: RunOutcome;
};

/** How a run is held: by the state's timing, or paying all that is payable whatever it says. */
export type RunAsked = { readonly minimum: CommandTo<"run-disbursement">["minimum"]; readonly on: LocalDate };

/**
 * Everybody to whom something is payable, with what a run of the day does about it. Where no provision on timing decides,
 * nothing speaks against paying.
 */
export const disbursementsIn = (book: Book, law: LedgerLaw, asked: RunAsked): readonly PayeeInRun[] =>
  [...book.payees.values()].flatMap((payee) =>
    Grade.options.flatMap((grade) => {
      const due = payee.obligations.filter(({ order, payable }) => order.grade === grade && payable.cents > 0);
      if (due.length === 0) return [];
      const parts = due.map(({ id, payable }) => ({ obligation: id, cents: payable.cents }));
      const cents = parts.reduce((sum, part) => sum + part.cents, 0);
      const held = { payee, grade, cents, heldSince: earliest(due) ?? asked.on };
      return [{ payee: payee.id, grade, cents, parts, outcome: outcomeFor(book, law, { ...asked, ...held }) }];
    }),
  );

const earliest = (due: readonly ObligationState[]): LocalDate | undefined =>
  due.flatMap(({ heldSince }) => heldSince ?? []).toSorted()[0];

type Held = RunAsked & {
  readonly payee: PayeeState;
  readonly grade: Grade;
  readonly cents: number;
  readonly heldSince: LocalDate;
};

const outcomeFor = (book: Book, { file, policy }: LedgerLaw, held: Held): RunOutcome => {
  const { payee, grade, cents, heldSince, minimum, on } = held;
  if (payee.address === null) return { kind: "hold", because: "no-address" };
  if (minimum === "none") return { kind: "pay", rule: null };
  const timing = disbursementDue(file, {
    grade,
    asOf: on,
    enable: policy.enable.map(({ rule }) => rule),
    balanceCents: cents,
    lastDisbursedOn: lastDisbursedOn(book, payee),
    heldSince,
  });
  return timing.kind === "unknown" ? { kind: "pay", rule: null } : outcomeBy(timing);
};

const outcomeBy = ({ isDue, dueBy, grounds }: Extract<DisbursementAnswer, { readonly kind: "known" }>): RunOutcome => {
  const rule = grounds[0]?.provision ?? null;
  if (isDue || dueBy === null || rule === null) return { kind: "pay", rule };
  return { kind: "hold", because: "not-due", dueBy, rule };
};

const lastDisbursedOn = (book: Book, { disbursements }: PayeeState): LocalDate | null => {
  const last = disbursements.findLast((id) => !book.reversedBy.has(id) && !book.returnedBy.has(id));
  return last === undefined ? null : (entryOf(book, last)?.command.effectiveOn ?? null);
};
