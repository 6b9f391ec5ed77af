import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { LocalDate } from "../time/local-date.ts";
import { calendars, dayCounts } from "./arbitraries.ts";
import { type Calendar, holidaysIn, isHoliday, isWorkingDay } from "./calendar.ts";
import { countBackward, type CountedDay, countForward } from "./day-count.ts";
import type { DayCount } from "./day-counting.ts";
import type { HolidayRule } from "./holiday.ts";

const thorough = { numRuns: 2000 };
const NAMES = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

/* The twin knows days as JavaScript dates and asks of each day, one by one, whether a rule names it. */

const shift = (day: Date, days: number): Date => new Date(day.getTime() + days * 86_400_000);
const text = (day: Date): string => day.toISOString().slice(0, 10);
const weekdayOf = (day: Date): string => NAMES[day.getUTCDay()] ?? "";

const isNamed = (rule: HolidayRule, day: Date): boolean => {
  if (rule.kind === "proclaimed") return rule.dates.some((date) => date === text(day));
  if (day.getUTCMonth() + 1 !== rule.month) return false;
  if (rule.kind === "fixed") return day.getUTCDate() === rule.day;
  if (weekdayOf(day) !== rule.weekday) return false;
  if (rule.nth === "last") return shift(day, 7).getUTCMonth() !== day.getUTCMonth();
  return Math.ceil(day.getUTCDate() / 7) === rule.nth;
};

const isObserved = (rule: HolidayRule, day: Date): boolean => {
  if (rule.observed === "none") return false;
  const afterSunday = weekdayOf(day) === "monday" && isNamed(rule, shift(day, -1));
  const beforeSaturday = weekdayOf(day) === "friday" && isNamed(rule, shift(day, 1));
  return afterSunday || (rule.observed === "nearest-weekday" && beforeSaturday);
};

type Twin = { readonly calendar: Calendar; readonly trustRecalled: boolean };

const isOff = ({ calendar, trustRecalled }: Twin, day: Date): boolean => {
  const trusted = calendar.holidays.filter(
    (rule) => trustRecalled || (calendar.verified.status !== "recalled" && rule.verified.status !== "recalled"),
  );
  const weekend: readonly string[] = calendar.weekend;
  return weekend.includes(weekdayOf(day)) || trusted.some((rule) => isNamed(rule, day) || isObserved(rule, day));
};

const countsOnlyWorkingDays = ({ dayCounting }: Calendar, { amount, unit }: DayCount): boolean => {
  const limit = dayCounting.shortPeriodSkipsNonWorkingDays?.under;
  return unit === "working-day" || (limit !== undefined && amount < limit);
};

/** Walks from the day of the event one day at a time, ticking off a day when it counts. */
const walk = (twin: Twin, count: DayCount, step: 1 | -1): Date => {
  const { excludeTriggerDay, countLastDay } = twin.calendar.dayCounting;
  const onlyWorking = countsOnlyWorkingDays(twin.calendar, count);
  const counts = (day: Date): boolean => !onlyWorking || !isOff(twin, day);
  let day = shift(new Date(`${count.from}T00:00:00Z`), excludeTriggerDay ? step : 0);
  let ticked = counts(day) ? 1 : 0;
  while (ticked < count.amount + (countLastDay ? 0 : 1)) {
    day = shift(day, step);
    if (counts(day)) ticked += 1;
  }
  return day;
};

const roll = (twin: Twin, reached: Date): Date => {
  if (twin.calendar.dayCounting.roll.forward === "none" || !isOff(twin, reached)) return reached;
  return roll(twin, shift(reached, 1));
};

const countTwin = (twin: Twin, count: DayCount, step: 1 | -1): string => {
  const reached = walk(twin, count, step);
  return text(step === 1 ? roll(twin, reached) : reached);
};

const bothReadings = (calendar: Calendar, count: DayCount, step: 1 | -1): readonly string[] => {
  const dates = [true, false].map((trustRecalled) => countTwin({ calendar, trustRecalled }, count, step));
  return [...new Set(dates)].toSorted();
};

const datesOf = ({ date, alternative }: CountedDay): readonly string[] =>
  alternative === undefined ? [date] : [date, alternative.date];

const everythingRead = (calendar: Calendar): Calendar => {
  const read = { ...calendar.verified, status: "read" as const };
  return { ...calendar, verified: read, holidays: calendar.holidays.map((rule) => ({ ...rule, verified: read })) };
};

describe("counting days", () => {
  test.prop([calendars(), dayCounts()], thorough)("a walk from day to day agrees, forward", (calendar, count) => {
    expect(datesOf(countForward(calendar, count))).toEqual(bothReadings(calendar, count, 1));
  });

  test.prop([calendars(), dayCounts()], thorough)("a walk from day to day agrees, backward", (calendar, count) => {
    expect(datesOf(countBackward(calendar, count))).toEqual(bothReadings(calendar, count, -1));
  });

  test.prop([calendars(), dayCounts()])("a list that was read gives one date", (calendar, count) => {
    const read = everythingRead(calendar);
    expect([countForward(read, count), countBackward(read, count)].flatMap(datesOf)).toHaveLength(2);
  });

  test.prop([calendars(), dayCounts()], thorough)("a longer count of one unit never ends sooner", (calendar, count) => {
    const working = { ...count, unit: "working-day" as const };
    const longer = { ...working, amount: count.amount + 1 };
    expect(countForward(calendar, longer).date >= countForward(calendar, working).date).toBe(true);
    expect(countBackward(calendar, longer).date <= countBackward(calendar, working).date).toBe(true);
  });

  test.prop([calendars(), dayCounts()])("a date never lies on the wrong side of its event", (calendar, count) => {
    expect(countForward(calendar, count).date >= count.from).toBe(true);
    expect(countBackward(calendar, count).date <= count.from).toBe(true);
  });

  test.prop([calendars(), dayCounts()])("a count that rolls ends on a working day", (calendar, count) => {
    const rolling = everythingRead(calendar);
    fc.pre(rolling.dayCounting.roll.forward === "weekend-or-holiday");
    expect(isWorkingDay(rolling, countForward(rolling, count).date)).toBe(true);
  });

  test.prop([calendars(), dayCounts()])("the steps name the date they lead to", (calendar, count) => {
    for (const counted of [countForward(calendar, count), countBackward(calendar, count)]) {
      expect(counted.steps.some((step) => step.includes(counted.date))).toBe(true);
    }
  });
});

describe("holidays", () => {
  test.prop([calendars(), fc.integer({ min: 2020, max: 2035 })])(
    "a year's list holds exactly the days that are holidays",
    (calendar, year) => {
      const days = Array.from({ length: 366 }, (_, index) => text(shift(new Date(Date.UTC(year, 0, 1)), index)))
        .filter((day) => day.startsWith(String(year)))
        .filter((day) => isHoliday(calendar, LocalDate.parse(day)));
      expect([...new Set(holidaysIn(calendar, year).map(({ date }) => date))]).toEqual(days);
    },
  );
});
