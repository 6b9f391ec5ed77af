import { civilDateOf, type LocalDate } from "@victim-rights/core";
import * as Result from "effect/Result";
import { ObligorNotFound } from "../ledger/errors.ts";
import type { ObligorId } from "../ledger/ids.ts";
import { bookOf, type Ledger } from "../ledger/ledger.ts";
import { dueDateOf, instalmentsDueBy, type Plan, planIn } from "./instalments.ts";
import { obligorStatement } from "./obligor-statement.ts";
import type { View } from "./view.ts";

/** One instalment to come, and what is owed after it. */
export type Instalment = { readonly dueOn: LocalDate; readonly cents: number; readonly leftCents: number };

/** When the debts would be paid. */
export type Payoff =
  | { readonly kind: "paid-already" }
  | { readonly kind: "payoff"; readonly on: LocalDate; readonly schedule: readonly Instalment[] }
  | { readonly kind: "never"; readonly because: "no-plan" | "not-within-a-century" };

/** A payoff with what it rests on. */
export type ProjectedPayoff = {
  readonly obligor: ObligorId;
  readonly asOf: LocalDate;
  /** What the obligor can still be asked for at the end of the day. */
  readonly owedCents: number;
  readonly plan: Plan | null;
  readonly payoff: Payoff;
  readonly assumptions: readonly string[];
};

/** What every projection takes for granted. */
export const PAYOFF_ASSUMPTIONS: readonly string[] = [
  "No debt is added, and none is changed.",
  "Nobody else who owes the same debts pays anything.",
  "Every instalment after this day is paid in full on the day that it is due, and nothing besides.",
  "Every instalment goes to these debts only; money that waits stays where it is.",
];

/**
 * When an obligor's debts would be paid under the plan of the day. An instalment due on the day itself is past: if it was
 * paid, it is counted. The last instalment is no more than what is left.
 * @errors `ObligorNotFound` when nobody of this id was opened by then.
 */
export const projectedPayoff = (
  ledger: Ledger,
  { obligor: id, ...view }: View & { readonly obligor: ObligorId },
): Result.Result<ProjectedPayoff, ObligorNotFound> => {
  const obligor = bookOf(ledger).obligors.get(id);
  if (obligor === undefined) return Result.fail(new ObligorNotFound({ obligor: id }));
  return Result.map(obligorStatement(ledger, { obligor: id, ...view }), ({ closing: { owedCents } }) => {
    const plan = planIn(bookOf(ledger), obligor, view);
    const payoff = payoffOf(owedCents, plan, view.asOf);
    return { obligor: id, asOf: view.asOf, owedCents, plan, payoff, assumptions: PAYOFF_ASSUMPTIONS };
  });
};

const payoffOf = (owedCents: number, plan: Plan | null, asOf: LocalDate): Payoff => {
  if (owedCents === 0) return { kind: "paid-already" };
  if (plan === null) return { kind: "never", because: "no-plan" };
  const schedule: Instalment[] = [];
  const lastYear = civilDateOf(asOf).year + 100;
  let left = owedCents;
  for (let at = instalmentsDueBy(plan, asOf); left > 0; at++) {
    const dueOn = dueDateOf(plan, at);
    if (dueOn === null || civilDateOf(dueOn).year > lastYear) return { kind: "never", because: "not-within-a-century" };
    const cents = Math.min(plan.cents, left);
    left -= cents;
    schedule.push({ dueOn, cents, leftCents: left });
  }
  return { kind: "payoff", on: schedule.at(-1)?.dueOn ?? asOf, schedule };
};
