import { z } from "zod";
import { Citation } from "../law/citation.ts";
import { Verification } from "../law/provenance.ts";
import { civilDateOf, compareLocalDates, dayOfWeek, type LocalDate, Weekday } from "../time/local-date.ts";
import { ZoneId } from "../time/zone.ts";
import { DayCounting } from "./day-counting.ts";
import { type Holiday, HolidayRule, holidaysOf } from "./holiday.ts";

const areDistinct = (values: readonly string[]): boolean => new Set(values).size === values.length;

/**
 * A state's days: its zone, its weekend, its legal holidays and how its law counts. `verified` says how well the list of
 * holidays was checked as a whole; a list that is `recalled` is counted both ways wherever it would matter.
 */
export const Calendar = z
  .strictObject({
    zone: ZoneId,
    weekend: z
      .array(Weekday)
      .max(6, "leave at least one working day in the week")
      .refine(areDistinct, "name each day of the weekend once"),
    holidays: z
      .array(HolidayRule)
      .refine((rules) => areDistinct(rules.map((rule) => rule.id)), "give each holiday its own id"),
    cites: z.array(Citation).min(1),
    verified: Verification,
    dayCounting: DayCounting,
  })
  .meta({ id: "Calendar" });
export type Calendar = z.infer<typeof Calendar>;

/** The days off in a calendar year, in order of date; two holidays on one day are two entries. Empty outside 1800 to 2200. */
export const holidaysIn = (calendar: Calendar, year: number): readonly Holiday[] =>
  calendar.holidays.flatMap((rule) => holidaysOf(rule, year)).toSorted((a, b) => compareLocalDates(a.date, b.date));

/** The holidays that fall on a day, in the order the calendar lists them. */
export const holidaysOn = (calendar: Calendar, date: LocalDate): readonly Holiday[] => {
  const { year } = civilDateOf(date);
  return calendar.holidays.flatMap((rule) => holidaysOf(rule, year).filter((holiday) => holiday.date === date));
};

/** Whether a day is a legal holiday, as named or as observed; a weekend alone is not. */
export const isHoliday = (calendar: Calendar, date: LocalDate): boolean => holidaysOn(calendar, date).length > 0;

/** Whether a day belongs to the weekend. */
export const isWeekend = (calendar: Calendar, date: LocalDate): boolean => calendar.weekend.includes(dayOfWeek(date));

/** Whether a day is neither weekend nor legal holiday. */
export const isWorkingDay = (calendar: Calendar, date: LocalDate): boolean =>
  !isWeekend(calendar, date) && !isHoliday(calendar, date);
