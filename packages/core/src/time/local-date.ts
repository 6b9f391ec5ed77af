import { z } from "zod";
import { invariant } from "../invariant.ts";
import { type CivilDate, civilDateAt, dayNumberOf, daysInMonth } from "./civil-date.ts";

const FIRST_YEAR = 1800;
const LAST_YEAR = 2200;
const SHAPE = /^\d{4}-\d{2}-\d{2}$/u;
const UNREAL = `write a day that is in the calendar, from \`${FIRST_YEAR}-01-01\` to \`${LAST_YEAR}-12-31\``;

/**
 * A day as law names it, without a time or a zone: `YYYY-MM-DD`, a real day of the years 1800 to 2200.
 * Text order is day order.
 */
export const LocalDate = z
  .string()
  .regex(SHAPE, { error: "write a day as YYYY-MM-DD, such as `2026-03-08`", abort: true })
  .refine((text) => isCalendarDay(text), UNREAL)
  .brand<"LocalDate">();
export type LocalDate = z.infer<typeof LocalDate>;

/** The days of the week, Monday first (ISO 8601 order). */
export const Weekday = z.enum(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]);
export type Weekday = z.infer<typeof Weekday>;

/** Splits a day into year, month (1 to 12) and day of the month (1 to 31). */
export const civilDateOf = (date: LocalDate): CivilDate => split(date);

/**
 * The day a whole number of calendar days later, or earlier when `days` is negative.
 * The answer must itself lie in the years 1800 to 2200: a caller bounds the amounts it accepts.
 *
 * @example
 * ```ts @import.meta.vitest
 * const leapEve = LocalDate.parse("2028-02-28");
 * expect(addDays(leapEve, 2)).toBe("2028-03-01");
 * expect(addDays(leapEve, -59)).toBe("2027-12-31");
 * ```
 */
export const addDays = (date: LocalDate, days: number): LocalDate => {
  invariant(Number.isSafeInteger(days), "a number of days is whole");
  return print(civilDateAt(dayNumberOf(split(date)) + days));
};

/** Calendar days from one day to another: 0 for the same day, 1 for the next, negative when `to` comes first. */
export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  dayNumberOf(split(to)) - dayNumberOf(split(from));

/** Orders days for sorting: negative, zero or positive as `a` is before, on or after `b`. */
export const compareLocalDates = (a: LocalDate, b: LocalDate): -1 | 0 | 1 => {
  if (a === b) return 0;
  return a < b ? -1 : 1;
};

/** Which day of the week a day is. */
export const dayOfWeek = (date: LocalDate): Weekday => {
  // Day 0, 1970-01-01, was a Thursday, three days after a Monday; `at` counts a negative remainder from the week's end.
  const weekday = Weekday.options.at((dayNumberOf(split(date)) + 3) % 7);
  invariant(weekday !== undefined, "a week has seven days");
  return weekday;
};

/**
 * The years a person born on `birth` has completed on the day `on`: their age. A year is completed on the birthday
 * itself, from its first moment. Someone born on 29 February completes a year on 1 March of a common year, so nobody
 * comes of age a day before the calendar says so. Negative when `on` comes before the birth.
 *
 * @example
 * ```ts @import.meta.vitest
 * const leapDay = LocalDate.parse("2008-02-29");
 * expect(fullYearsBetween(leapDay, LocalDate.parse("2026-02-28"))).toBe(17);
 * expect(fullYearsBetween(leapDay, LocalDate.parse("2026-03-01"))).toBe(18);
 * ```
 */
export const fullYearsBetween = (birth: LocalDate, on: LocalDate): number => {
  const years = civilDateOf(on).year - civilDateOf(birth).year;
  const birthdayReached = on.slice(5) >= birth.slice(5);
  return birthdayReached ? years : years - 1;
};

const isCalendarDay = (text: string): boolean => {
  const { year, month, day } = split(text);
  if (year < FIRST_YEAR || year > LAST_YEAR) return false;
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
};

const split = (text: string): CivilDate => ({
  year: Number(text.slice(0, 4)),
  month: Number(text.slice(5, 7)),
  day: Number(text.slice(8, 10)),
});

const print = ({ year, month, day }: CivilDate): LocalDate => {
  invariant(year >= FIRST_YEAR && year <= LAST_YEAR, `a day lies in the years ${FIRST_YEAR} to ${LAST_YEAR}`);
  return `${year}-${twoDigits(month)}-${twoDigits(day)}` as LocalDate;
};

const twoDigits = (value: number): string => String(value).padStart(2, "0");
