import { addDays, civilDateOf, type LocalDate } from "@victim-rights/core";
import { addMonths, startOfMonthAfter, startOfMonthBefore } from "./add-months.ts";
import { decidingTerms, type LeftOutTerm, type TermQuestion } from "./deciding-terms.ts";
import type { DisbursementTerm, MonthCount, Pace } from "./disbursement-term.ts";
import { groundOf, type TermGround } from "./ground.ts";

/** Money that is held for a payee: whole cents, when the last of it went out, and since when the rest is here. */
export type HeldMoney = {
  readonly balanceCents: number;
  readonly lastDisbursedOn: LocalDate | null;
  readonly heldSince: LocalDate;
};

/** A provision on when money goes out, how soon by it, and how it counts months. */
export type DisbursementGround = TermGround & { readonly pace: Pace; readonly months: MonthCount | null };

/** Whether money has to go out: `unknown` when no provision decides, and a person must. */
export type DisbursementAnswer =
  | {
      readonly kind: "known";
      /** The last day has come, or the law wants it out as soon as it can be done. */
      readonly isDue: boolean;
      /** The last day; `null` where nothing is held, or where the law gives no number of days. */
      readonly dueBy: LocalDate | null;
      readonly grounds: readonly DisbursementGround[];
      readonly leftOut: readonly LeftOutTerm[];
    }
  | { readonly kind: "unknown"; readonly leftOut: readonly LeftOutTerm[] };

/**
 * Tells when money that is held has to go out. Months are months of the calendar and not thirty days; whether they run from
 * a day or end with the calendar's own periods is the reading that the provision itself states (`months`). Of several
 * provisions the earliest last day counts.
 */
export const disbursementDue = (
  { disbursement }: { readonly disbursement: readonly DisbursementTerm[] },
  question: TermQuestion & HeldMoney,
): DisbursementAnswer => {
  const { deciding, leftOut } = decidingTerms(disbursement, question);
  if (deciding.length === 0) return { kind: "unknown", leftOut };
  const paced = deciding.map((term) => ({ term, pace: paceOf(term, question.balanceCents) }));
  const grounds = paced.map(({ term, pace }) => ({ ...groundOf(term), pace, months: term.months ?? null }));
  const nothing = { kind: "known", isDue: false, dueBy: null, grounds, leftOut } as const;
  if (question.balanceCents <= 0) return nothing;
  const [dueBy = null] = paced.flatMap(({ term, pace }) => lastDay(term, pace, question) ?? []).toSorted();
  const isPrompt = paced.some(({ pace }) => pace === "as-promptly-as-practicable");
  return { ...nothing, dueBy, isDue: isPrompt || (dueBy !== null && question.asOf >= dueBy) };
};

const paceOf = ({ tiers }: DisbursementTerm, balanceCents: number): Pace =>
  tiers.find(({ upToCents }) => upToCents === null || balanceCents <= upToCents)?.pace ?? "as-promptly-as-practicable";

const lastDay = ({ months }: DisbursementTerm, pace: Pace, held: HeldMoney): LocalDate | null => {
  if (months === undefined || pace === "as-promptly-as-practicable") return null;
  const count = pace === "monthly" ? 1 : 3;
  return months.from === "day" ? addMonths(runsFrom(held), count) : endOfPeriod(held, count);
};

/** Money that came in after the last disbursement waits from the day it came in. */
const runsFrom = ({ lastDisbursedOn, heldSince }: HeldMoney): LocalDate =>
  lastDisbursedOn !== null && lastDisbursedOn > heldSince ? lastDisbursedOn : heldSince;

/** The end of the month or quarter in which the money waits, or of the next one where this one had its disbursement. */
const endOfPeriod = (held: HeldMoney, months: number): LocalDate => {
  const start = startOfPeriod(runsFrom(held), months);
  const had = held.lastDisbursedOn !== null && held.lastDisbursedOn >= start;
  return addDays(startOfMonthAfter(start, had ? 2 * months : months), -1);
};

const startOfPeriod = (date: LocalDate, months: number): LocalDate =>
  startOfMonthBefore(date, (civilDateOf(date).month - 1) % months);
