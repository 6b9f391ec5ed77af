import { daysBetween, type LocalDate } from "@victim-rights/core";
import type { RuleId } from "@victim-rights/rules";
import * as Result from "effect/Result";
import { type Book, entryOf, type ObligorState } from "../ledger/book.ts";
import type { Command } from "../ledger/command.ts";
import type { Entry } from "../ledger/entry.ts";
import { ObligorNotFound } from "../ledger/errors.ts";
import type { ObligorId } from "../ledger/ids.ts";
import { bookOf, type Ledger } from "../ledger/ledger.ts";
import type { LeftOutTerm } from "../terms/deciding-terms.ts";
import { type DelinquencyRule, delinquencyRules } from "../terms/delinquency-rules.ts";
import { doneBy } from "./event-of.ts";
import { dueDateOf, instalmentsDueBy, type Plan, planIn } from "./instalments.ts";
import { obligorStatement } from "./obligor-statement.ts";
import { datedEntries, type View } from "./view.ts";

/** What was paid since a plan was set, by the day that it counts from. */
export type PaidUnderPlan = {
  /** Received and not taken back since, less what was refunded. */
  readonly receivedCents: number;
  /** Paid without the agency, or set off: a fact beside, in no sum here. Whether it meets an instalment is a person's to say. */
  readonly outsideCents: number;
};

/** How the plan was kept, in numbers. */
export type PlanKept = PaidUnderPlan & {
  readonly plan: Plan;
  /** From when money counts: the day that the plan was set, or that of its first instalment where this is earlier. */
  readonly countedFrom: LocalDate;
  readonly instalmentsDue: number;
  readonly dueCents: number;
  /** Due and not received, and never more than what is still owed. */
  readonly behindCents: number;
  /** Instalments due and not received in full. */
  readonly instalmentsMissed: number;
  /** The oldest of these, and the days since it was due; `null` when there is none. */
  readonly oldestUnmet: { readonly dueOn: LocalDate; readonly days: number } | null;
};

/** The facts of a plan, and the provisions that may follow; whether any does is a person's finding. */
export type Delinquency = {
  readonly obligor: ObligorId;
  readonly asOf: LocalDate;
  readonly owedCents: number;
  /** `null` when there is no plan that could be missed. */
  readonly kept: PlanKept | null;
  /** Of the grades of the obligor's orders, each provision once. Its `needsFinding` says what a person must find first. */
  readonly mayFollow: readonly DelinquencyRule[];
  readonly leftOut: readonly LeftOutTerm[];
};

/**
 * Whether the instalments of a plan were received, in numbers only. It says of nobody that they did wrong: what the law lets
 * follow is listed with what a person must find first.
 * @errors `ObligorNotFound` when nobody of this id was opened by then.
 */
export const delinquency = (
  ledger: Ledger,
  { obligor: id, ...view }: View & { readonly obligor: ObligorId },
): Result.Result<Delinquency, ObligorNotFound> => {
  const book = bookOf(ledger);
  const obligor = book.obligors.get(id);
  if (obligor === undefined) return Result.fail(new ObligorNotFound({ obligor: id }));
  return Result.map(obligorStatement(ledger, { obligor: id, ...view }), ({ closing: { owedCents } }) => {
    const plan = planIn(book, obligor, view);
    const kept = plan === null ? null : keptOf(plan, paidUnder(book, obligor, { plan, view }), { owedCents, ...view });
    const rules = rulesFor(ledger, obligor, { asOf: view.asOf, owedCents, missed: kept?.instalmentsMissed ?? 0 });
    return { obligor: id, asOf: view.asOf, owedCents, kept, ...rules };
  });
};

type Counted = { readonly plan: Plan; readonly view: View };

const countedFromOf = ({ effectiveOn, firstDueOn }: Plan): LocalDate =>
  effectiveOn < firstDueOn ? effectiveOn : firstDueOn;

const paidUnder = (book: Book, { entries }: ObligorState, { plan, view }: Counted): PaidUnderPlan => {
  const from = countedFromOf(plan);
  return datedEntries(book, [entries], view)
    .map((entry) => paidBy(book, entry, from))
    .reduce(
      (sum, { receivedCents, outsideCents }) => ({
        receivedCents: sum.receivedCents + receivedCents,
        outsideCents: sum.outsideCents + outsideCents,
      }),
      NOTHING,
    );
};

const NOTHING: PaidUnderPlan = { receivedCents: 0, outsideCents: 0 };

/** What an entry of an obligor adds to what was paid from a day on, or takes away. */
const paidBy = (book: Book, entry: Entry, from: LocalDate): PaidUnderPlan => {
  const { command, reversed } = doneBy(book, entry);
  if (!("cents" in command) || dayPaid(book, command) < from) return NOTHING;
  const cents = reversed === null ? command.cents : -command.cents;
  if (command.do === "receive-payment") return { ...NOTHING, receivedCents: cents };
  if (command.do === "refund") return { ...NOTHING, receivedCents: -cents };
  return command.do === "record-outside-payment" ? { ...NOTHING, outsideCents: cents } : NOTHING;
};

/** The day of a command that pays; of a refund, that of the payment, so that only what was counted is taken away. */
const dayPaid = (book: Book, command: Command): LocalDate => {
  const payment = command.do === "refund" ? entryOf(book, command.payment) : undefined;
  return (payment?.command ?? command).effectiveOn;
};

type Owed = View & { readonly owedCents: number };

const keptOf = (plan: Plan, paid: PaidUnderPlan, { owedCents, asOf }: Owed): PlanKept => {
  const instalmentsDue = instalmentsDueBy(plan, asOf);
  const dueCents = instalmentsDue * plan.cents;
  const behindCents = Math.max(0, Math.min(dueCents - paid.receivedCents, owedCents));
  const met = Math.floor((dueCents - behindCents) / plan.cents);
  const unmet = met < instalmentsDue ? dueDateOf(plan, met) : null;
  return {
    plan,
    countedFrom: countedFromOf(plan),
    instalmentsDue,
    dueCents,
    ...paid,
    behindCents,
    instalmentsMissed: instalmentsDue - met,
    oldestUnmet: unmet === null ? null : { dueOn: unmet, days: daysBetween(unmet, asOf) },
  };
};

/** A provision on missed instalments may follow where one was missed; one on the end of a term where anything is owed. */
const rulesFor = (
  { law }: Ledger,
  { debts }: ObligorState,
  { asOf, owedCents, missed }: { readonly asOf: LocalDate; readonly owedCents: number; readonly missed: number },
): Pick<Delinquency, "mayFollow" | "leftOut"> => {
  if (owedCents === 0) return { mayFollow: [], leftOut: [] };
  const grades = [...new Set(debts.map(({ obligation }) => obligation.order.grade))];
  const enable = law.policy.enable.map(({ rule }) => rule);
  const answers = grades.map((grade) => delinquencyRules(law.file, { grade, asOf, enable }));
  const rules = onceEach(answers.flatMap(({ rules: each }) => each));
  return {
    mayFollow: rules.filter(({ when }) => when !== "instalment-missed" || missed > 0),
    leftOut: onceEach(answers.flatMap(({ leftOut }) => leftOut)),
  };
};

const onceEach = <Each extends { readonly provision: RuleId }>(all: readonly Each[]): readonly Each[] => [
  ...new Map(all.map((each) => [each.provision, each])).values(),
];
