import { describe, expect, test } from "vitest";
import {
  addDays,
  civilDateOf,
  compareLocalDates,
  dayOfWeek,
  daysBetween,
  fullYearsBetween,
  LocalDate,
} from "./local-date.ts";

const day = (text: string): LocalDate => LocalDate.parse(text);

const issuesOf = (input: unknown): readonly string[] =>
  LocalDate.safeParse(input).error?.issues.map((issue) => issue.message) ?? [];

describe("LocalDate", () => {
  test.each(["1800-01-01", "2000-02-29", "2026-03-08", "2028-02-29", "2200-12-31"])("accepts %s", (text) => {
    expect(LocalDate.parse(text)).toBe(text);
  });

  test.each(["2026-3-8", "08.03.2026", "2026-03-08T00:00:00Z", " 2026-03-08", "", "２０２６-03-08", "2026-03-08\n"])(
    "refuses the shape of `%s` and says how to write a day",
    (text) => {
      expect(issuesOf(text)).toEqual(["write a day as YYYY-MM-DD, such as `2026-03-08`"]);
    },
  );

  test.each([
    ["2026-02-29", "a common year has no 29 February"],
    ["1900-02-29", "a century is a common year"],
    ["2026-04-31", "April has thirty days"],
    ["2026-00-10", "there is no month zero"],
    ["2026-13-01", "there is no thirteenth month"],
    ["2026-01-00", "there is no day zero"],
    ["1799-12-31", "the day before the first"],
    ["2201-01-01", "the day after the last"],
  ])("refuses %s: %s", (text) => {
    expect(issuesOf(text)).toEqual(["write a day that is in the calendar, from `1800-01-01` to `2200-12-31`"]);
  });
});

describe("addDays", () => {
  test("crosses the end of a year in both directions", () => {
    expect(addDays(day("2026-12-31"), 1)).toBe("2027-01-01");
    expect(addDays(day("2027-01-01"), -1)).toBe("2026-12-31");
  });

  test("knows the leap days of centuries", () => {
    expect(addDays(day("2000-02-28"), 1)).toBe("2000-02-29");
    expect(addDays(day("2100-02-28"), 1)).toBe("2100-03-01");
  });

  test("is not moved by a change of clocks", () => {
    expect(addDays(day("2026-03-07"), 1)).toBe("2026-03-08");
    expect(addDays(day("2026-11-01"), 1)).toBe("2026-11-02");
  });

  test("stops at the ends of its range and at parts of a day", () => {
    expect(() => addDays(day("2200-12-31"), 1)).toThrow("a day lies in the years 1800 to 2200");
    expect(() => addDays(day("1800-01-01"), -1)).toThrow("a day lies in the years 1800 to 2200");
    expect(() => addDays(day("2026-03-08"), 0.5)).toThrow("a number of days is whole");
  });
});

describe("daysBetween", () => {
  test.each([
    ["2026-03-08", "2026-03-08", 0],
    ["2026-03-08", "2026-03-09", 1],
    ["2026-03-09", "2026-03-08", -1],
    ["2026-03-03", "2026-04-02", 30],
    ["2024-01-01", "2025-01-01", 366],
    ["1800-01-01", "2200-12-31", 146_461],
  ])("counts from %s to %s: %i", (from, to, days) => {
    expect(daysBetween(day(from), day(to))).toBe(days);
  });
});

describe("compareLocalDates", () => {
  test("sorts days in the order of the calendar", () => {
    const sorted = ["2026-12-01", "2026-02-11", "1999-12-31"].map(day).toSorted(compareLocalDates);
    expect(sorted).toEqual(["1999-12-31", "2026-02-11", "2026-12-01"]);
    expect(compareLocalDates(day("2026-02-11"), day("2026-02-11"))).toBe(0);
  });
});

describe("dayOfWeek", () => {
  test.each([
    ["2026-07-04", "saturday"],
    ["2026-05-25", "monday"],
    ["2026-11-22", "sunday"],
    ["1969-12-31", "wednesday"],
    ["1900-01-01", "monday"],
  ])("%s is a %s", (text, weekday) => {
    expect(dayOfWeek(day(text))).toBe(weekday);
  });
});

describe("fullYearsBetween", () => {
  test.each([
    ["2008-11-22", "2026-11-21", 17, "the day before the birthday"],
    ["2008-11-22", "2026-11-22", 18, "the birthday"],
    ["2008-11-22", "2026-11-23", 18, "the day after"],
    ["2008-02-29", "2026-02-28", 17, "a leap-day birthday is not yet reached on 28 February"],
    ["2008-02-29", "2026-03-01", 18, "a leap-day birthday is reached on 1 March of a common year"],
    ["2008-02-29", "2028-02-28", 19, "the day before a real leap-day birthday"],
    ["2008-02-29", "2028-02-29", 20, "a real leap-day birthday"],
    ["2026-11-22", "2026-11-22", 0, "the day of birth"],
    ["2026-11-22", "2026-11-21", -1, "before birth"],
  ])("born %s, on %s: %i (%s)", (birth, on, years) => {
    expect(fullYearsBetween(day(birth), day(on))).toBe(years);
  });
});

describe("civilDateOf", () => {
  test("splits a day into its numbers", () => {
    expect(civilDateOf(day("2026-03-08"))).toEqual({ year: 2026, month: 3, day: 8 });
  });
});
