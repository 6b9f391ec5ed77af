import { z } from "zod";
import { Citation } from "../law/citation.ts";
import { Verification } from "../law/provenance.ts";
import { daysInMonth } from "../time/civil-date.ts";
import { addDays, civilDateOf, dayOfWeek, LocalDate, Weekday } from "../time/local-date.ts";

const Month = z.int().min(1).max(12);

const common = {
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u, "write a holiday id in kebab case, such as `new-years-day`"),
  name: z.string().min(1),
  observed: z.enum(["none", "sunday-adds-monday", "nearest-weekday"]).default("none").meta({
    description:
      "The further day off a weekend holiday brings. `sunday-adds-monday`: the day after a Sunday holiday. `nearest-weekday`: the Friday before a Saturday holiday, the Monday after a Sunday one. The named day stays a holiday.",
  }),
  cites: z.array(Citation).min(1),
  verified: Verification,
};

/**
 * When one legal holiday falls, as a statute says it.
 * - `fixed`: the same day each year; 29 February only in leap years.
 * - `nth-weekday`: the first to fourth, or the last, of a weekday in a month.
 * - `proclaimed`: single days that were proclaimed, listed as they become known. Where the day is proclaimed yearly and
 *   usually the same, an `nth-weekday` whose `verified` status is `recalled` lets counts answer both ways until then.
 */
export const HolidayRule = z
  .discriminatedUnion("kind", [
    z
      .strictObject({ kind: z.literal("fixed"), month: Month, day: z.int().min(1).max(31), ...common })
      .refine(({ month, day }) => day <= daysInMonth(LEAP_YEAR, month), {
        error: "write a day that the month has",
        path: ["day"],
      }),
    z.strictObject({
      kind: z.literal("nth-weekday"),
      month: Month,
      weekday: Weekday,
      nth: z.union([z.int().min(1).max(4), z.literal("last")]),
      ...common,
    }),
    z.strictObject({ kind: z.literal("proclaimed"), dates: z.array(LocalDate).min(1), ...common }),
  ])
  .meta({ id: "HolidayRule" });
export type HolidayRule = z.infer<typeof HolidayRule>;

/** One day off that a holiday rule gives; `observed` when it is the further day a weekend holiday brings. */
export type Holiday = {
  readonly date: LocalDate;
  readonly id: string;
  readonly name: string;
  readonly observed: boolean;
};

/** The days off that one rule gives in a calendar year, observed days included, in order of date. */
export const holidaysOf = (rule: HolidayRule, year: number): readonly Holiday[] => {
  const years = remembered(rule);
  const known = years.get(year);
  if (known !== undefined) return known;
  const found = findHolidays(rule, year);
  years.set(year, found);
  return found;
};

const LEAP_YEAR = 2028;

/** Rules are data that no one changes, so what a rule gives in a year is found once. */
const memory = new WeakMap<HolidayRule, Map<number, readonly Holiday[]>>();

const remembered = (rule: HolidayRule): Map<number, readonly Holiday[]> => {
  const years = memory.get(rule) ?? new Map<number, readonly Holiday[]>();
  memory.set(rule, years);
  return years;
};

const findHolidays = (rule: HolidayRule, year: number): readonly Holiday[] =>
  // A holiday on 1 January can be observed on 31 December, and the other way round: look into both years beside.
  [year - 1, year, year + 1]
    .flatMap((named) => namedDays(rule, named))
    .flatMap((date) => withObserved(rule, date))
    .filter((holiday) => civilDateOf(holiday.date).year === year)
    .toSorted((a, b) => (a.date < b.date ? -1 : 1));

const namedDays = (rule: HolidayRule, year: number): readonly LocalDate[] => {
  switch (rule.kind) {
    case "fixed":
      return calendarDay(year, rule.month, rule.day);
    case "nth-weekday":
      return calendarDay(year, rule.month, 1).map((first) => nthWeekday(rule, first));
    case "proclaimed":
      return rule.dates.filter((date) => civilDateOf(date).year === year);
  }
};

/** The day as a list: empty when the year does not have it. */
const calendarDay = (year: number, month: number, day: number): readonly LocalDate[] => {
  const digits = (value: number): string => String(value).padStart(2, "0");
  const parsed = LocalDate.safeParse(`${year}-${digits(month)}-${digits(day)}`);
  return parsed.success ? [parsed.data] : [];
};

const nthWeekday = (rule: HolidayRule & { kind: "nth-weekday" }, first: LocalDate): LocalDate => {
  const { year, month } = civilDateOf(first);
  const wanted = Weekday.options.indexOf(rule.weekday) - Weekday.options.indexOf(dayOfWeek(first));
  const offset = (wanted + 7) % 7;
  const last = offset + 28 < daysInMonth(year, month) ? 5 : 4;
  return addDays(first, offset + 7 * ((rule.nth === "last" ? last : rule.nth) - 1));
};

const withObserved = (rule: HolidayRule, date: LocalDate): readonly Holiday[] => {
  const named: Holiday = { date, id: rule.id, name: rule.name, observed: false };
  const shift = observedShift(rule.observed, dayOfWeek(date));
  return shift === 0 ? [named] : [named, { ...named, date: addDays(date, shift), observed: true }];
};

const observedShift = (observed: HolidayRule["observed"], weekday: Weekday): -1 | 0 | 1 => {
  if (observed === "none") return 0;
  if (weekday === "sunday") return 1;
  return weekday === "saturday" && observed === "nearest-weekday" ? -1 : 0;
};
