import { addDays, civilDateOf, type LocalDate } from "@victim-rights/core";

/** The first day of the month that a day is in. */
const startOfMonth = (date: LocalDate): LocalDate => addDays(date, 1 - civilDateOf(date).day);

/** The first day of the month so many months later, 0 or more. */
export const startOfMonthAfter = (date: LocalDate, months: number): LocalDate =>
  // Thirty-one days after the first of a month are always in the next month.
  months <= 0 ? startOfMonth(date) : startOfMonthAfter(addDays(startOfMonth(date), 31), months - 1);

/** The first day of the month so many months earlier, 0 or more. */
export const startOfMonthBefore = (date: LocalDate, months: number): LocalDate =>
  months <= 0 ? startOfMonth(date) : startOfMonthBefore(addDays(startOfMonth(date), -1), months - 1);

/** The last day of the month that a day is in. */
const endOfMonth = (date: LocalDate): LocalDate => addDays(startOfMonthAfter(date, 1), -1);

/** The same day of the month so many months later, 0 or more; the last day of a month that has no such day. */
export const addMonths = (date: LocalDate, months: number): LocalDate => {
  const start = startOfMonthAfter(date, months);
  const same = addDays(start, civilDateOf(date).day - 1);
  const last = endOfMonth(start);
  return same < last ? same : last;
};
