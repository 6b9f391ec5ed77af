import { addDays, civilDateOf, daysBetween, LocalDate } from "@victim-rights/core";
import type { Book, ObligorState } from "../ledger/book.ts";
import type { CommandTo } from "../ledger/command.ts";
import { datedEntries, type View } from "./view.ts";

/** A payment plan: so much, so often, from a day on. */
export type Plan = CommandTo<"set-plan">;

/** The plan that holds in a view: the last that was set; `null` when none was. */
export const planIn = (book: Book, { entries }: ObligorState, view: View): Plan | null => {
  const command = datedEntries(book, [entries], view).findLast((entry) => entry.command.do === "set-plan")?.command;
  return command?.do === "set-plan" ? command : null;
};

/**
 * The day that an instalment of a plan is due, counted from 0; `null` after the last year of the calendar. Of a month without
 * the plan's day it is the last day; the day itself is kept, so that the 31st comes again.
 */
export const dueDateOf = ({ every, firstDueOn }: Plan, at: number): LocalDate | null => {
  const step = STEPS[every];
  if ("months" in step) return monthsAfter(firstDueOn, at * step.months);
  const days = at * step.days;
  return days > daysBetween(firstDueOn, LAST_DAY) ? null : addDays(firstDueOn, days);
};

/** How many instalments fell due up to a day, that day with them. */
export const instalmentsDueBy = (plan: Plan, day: LocalDate): number => {
  if (day < plan.firstDueOn) return 0;
  const step = STEPS[plan.every];
  // No month is longer than 31 days, so that this many are due for certain; the rest is counted one by one.
  const certain = Math.floor(daysBetween(plan.firstDueOn, day) / ("days" in step ? step.days : step.months * 31));
  return countFrom(plan, certain, day);
};

const countFrom = (plan: Plan, certain: number, day: LocalDate): number => {
  let count = certain;
  for (let due = dueDateOf(plan, count); due !== null && due <= day; due = dueDateOf(plan, count)) count += 1;
  return count;
};

const STEPS = {
  week: { days: 7 },
  "two-weeks": { days: 14 },
  month: { months: 1 },
  quarter: { months: 3 },
} as const satisfies Record<Plan["every"], { readonly days: number } | { readonly months: number }>;

const LAST_DAY = LocalDate.parse("2200-12-31");

const monthsAfter = (date: LocalDate, months: number): LocalDate | null => {
  const { year, month, day } = civilDateOf(date);
  const count = year * 12 + month - 1 + months;
  if (count >= 2201 * 12) return null;
  const start = `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, "0")}-01` as LocalDate;
  // December has the day whatever it is, so that the last month of the calendar is never asked for the next.
  const most = day <= 28 || count % 12 === 11 ? 31 : civilDateOf(addDays(nextMonth(start), -1)).day;
  return addDays(start, Math.min(day, most) - 1);
};

const nextMonth = (start: LocalDate): LocalDate => {
  const later = addDays(start, 31);
  return addDays(later, 1 - civilDateOf(later).day);
};
