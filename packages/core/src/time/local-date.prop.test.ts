import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { localDates } from "./arbitraries.ts";
import {
  addDays,
  compareLocalDates,
  daysBetween,
  dayOfWeek,
  fullYearsBetween,
  LocalDate,
  Weekday,
} from "./local-date.ts";

const anyDay = localDates({ from: LocalDate.parse("1800-01-01"), to: LocalDate.parse("2200-12-31") });
const middleDay = localDates({ from: LocalDate.parse("1900-01-01"), to: LocalDate.parse("2100-12-31") });
const anyDistance = fc.integer({ min: -36_500, max: 36_500 });
const thorough = { numRuns: 5000 };

/** The obvious twin: JavaScript's own proleptic Gregorian calendar, in UTC. */
const utc = (date: LocalDate): Date => new Date(`${date}T00:00:00.000Z`);
const addDaysTwin = (date: LocalDate, days: number): string =>
  new Date(utc(date).getTime() + days * 86_400_000).toISOString().slice(0, 10);

describe("local dates", () => {
  test.prop([middleDay, anyDistance], thorough)("adding days agrees with JavaScript's calendar", (date, days) => {
    expect(addDays(date, days)).toBe(addDaysTwin(date, days));
  });

  test.prop([anyDay], thorough)("the day of the week agrees with JavaScript's calendar", (date) => {
    expect(dayOfWeek(date)).toBe(Weekday.options.at((utc(date).getUTCDay() + 6) % 7));
  });

  test.prop([anyDay, anyDay], thorough)("adding the distance from one day to another arrives there", (from, to) => {
    expect(addDays(from, daysBetween(from, to))).toBe(to);
  });

  test.prop([anyDay, anyDay])("the distance back is the distance there, negated", (from, to) => {
    expect(daysBetween(to, from) + daysBetween(from, to)).toBe(0);
  });

  test.prop([anyDay, anyDay])("order is the sign of the distance", (from, to) => {
    expect(compareLocalDates(to, from) + 0).toBe(Math.sign(daysBetween(from, to)));
  });

  test.prop(
    [fc.integer({ min: 1790, max: 2210 }), fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 32 })],
    thorough,
  )("exactly the days that JavaScript's calendar prints back are accepted", (year, month, day) => {
    const text = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
    const parsed = new Date(`${text}T00:00:00.000Z`);
    const real = !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
    expect(LocalDate.safeParse(text).success).toBe(real && year >= 1800 && year <= 2200);
  });

  test.prop([middleDay, fc.integer({ min: 0, max: 36_500 })], thorough)(
    "an age never falls as days go by",
    (birth, days) => {
      const on = addDays(birth, days);
      const growth = fullYearsBetween(birth, addDays(on, 1)) - fullYearsBetween(birth, on);
      expect([0, 1]).toContain(growth);
    },
  );

  test.prop([middleDay, fc.integer({ min: 0, max: 36_500 })], thorough)(
    "an age counts the birthdays passed",
    (birth, days) => {
      const on = addDays(birth, days);
      const birthdays = Array.from({ length: 101 }, (_, index) => Number(birth.slice(0, 4)) + index + 1)
        .map((year) => new Date(Date.UTC(year, Number(birth.slice(5, 7)) - 1, Number(birth.slice(8, 10)))))
        .filter((birthday) => birthday <= utc(on));
      expect(fullYearsBetween(birth, on)).toBe(birthdays.length);
    },
  );
});
