import { describe, expect, test } from "vitest";
import { HolidayRule, holidaysOf } from "./holiday.ts";

const common = {
  id: "sample",
  name: "Sample Day",
  cites: [{ source: "sample-1" }],
  verified: { status: "read", on: "2026-11-22" },
};

const datesOf = (rule: object, year: number): readonly string[] =>
  holidaysOf(HolidayRule.parse({ ...common, ...rule }), year).map(({ date, observed }) =>
    observed ? `${date} observed` : date,
  );

const issuesOf = (rule: object): readonly string[] =>
  HolidayRule.safeParse({ ...common, ...rule }).error?.issues.map((issue) => issue.path.join(".")) ?? [];

describe("holidaysOf", () => {
  test.each([
    ["Independence Day", { kind: "fixed", month: 7, day: 4 }, ["2026-07-04"]],
    ["the third Monday of January", { kind: "nth-weekday", month: 1, weekday: "monday", nth: 3 }, ["2026-01-19"]],
    ["the first Monday of September", { kind: "nth-weekday", month: 9, weekday: "monday", nth: 1 }, ["2026-09-07"]],
    [
      "the fourth Thursday of November",
      { kind: "nth-weekday", month: 11, weekday: "thursday", nth: 4 },
      ["2026-11-26"],
    ],
    [
      "Memorial Day, a fourth Monday",
      { kind: "nth-weekday", month: 5, weekday: "monday", nth: "last" },
      ["2026-05-25"],
    ],
    ["a fifth Thursday", { kind: "nth-weekday", month: 12, weekday: "thursday", nth: "last" }, ["2026-12-31"]],
    ["a proclaimed day", { kind: "proclaimed", dates: ["2026-01-09", "2025-01-09"] }, ["2026-01-09"]],
  ])("finds %s in 2026", (_, rule, dates) => {
    expect(datesOf(rule, 2026)).toEqual(dates);
  });

  test("a month that starts on the weekday has it first on the 1st", () => {
    expect(datesOf({ kind: "nth-weekday", month: 6, weekday: "monday", nth: 1 }, 2026)).toEqual(["2026-06-01"]);
  });

  test("29 February is a holiday in leap years only", () => {
    const leapDay = { kind: "fixed", month: 2, day: 29 };
    expect([2027, 2028].map((year) => datesOf(leapDay, year))).toEqual([[], ["2028-02-29"]]);
  });

  test("asking twice gives the same answer", () => {
    const rule = HolidayRule.parse({ ...common, kind: "fixed", month: 7, day: 4 });
    expect(holidaysOf(rule, 2026)).toEqual(holidaysOf(rule, 2026));
    expect(holidaysOf(rule, 2027)).not.toEqual(holidaysOf(rule, 2026));
  });

  test("years that have no days have no holidays", () => {
    expect([1700, 2300].flatMap((year) => datesOf({ kind: "fixed", month: 7, day: 4 }, year))).toEqual([]);
  });
});

describe("observed days", () => {
  const fourth = { kind: "fixed", month: 7, day: 4 };
  const newYear = { kind: "fixed", month: 1, day: 1 };

  test("without a rule a weekend holiday brings no further day", () => {
    expect(datesOf(fourth, 2026)).toEqual(["2026-07-04"]);
    expect(datesOf(fourth, 2027)).toEqual(["2027-07-04"]);
  });

  test("`sunday-adds-monday` adds the day after a Sunday holiday and nothing to a Saturday one", () => {
    const rule = { ...fourth, observed: "sunday-adds-monday" };
    expect(datesOf(rule, 2027)).toEqual(["2027-07-04", "2027-07-05 observed"]);
    expect(datesOf(rule, 2026)).toEqual(["2026-07-04"]);
  });

  test("`nearest-weekday` adds the Friday before a Saturday and the Monday after a Sunday", () => {
    const rule = { ...fourth, observed: "nearest-weekday" };
    expect(datesOf(rule, 2026)).toEqual(["2026-07-03 observed", "2026-07-04"]);
    expect(datesOf(rule, 2027)).toEqual(["2027-07-04", "2027-07-05 observed"]);
    expect(datesOf(rule, 2028)).toEqual(["2028-07-04"]);
  });

  test("a new year's Saturday is observed in the year before", () => {
    const rule = { ...newYear, observed: "nearest-weekday" };
    expect(datesOf(rule, 2027)).toEqual(["2027-01-01", "2027-12-31 observed"]);
    expect(datesOf(rule, 2028)).toEqual(["2028-01-01"]);
  });

  test("a Sunday at the end of the year adds a day to the year after", () => {
    const rule = { kind: "fixed", month: 12, day: 31, observed: "sunday-adds-monday" };
    expect(datesOf(rule, 2028)).toEqual(["2028-12-31"]);
    expect(datesOf(rule, 2029)).toEqual(["2029-01-01 observed", "2029-12-31"]);
  });
});

describe("HolidayRule", () => {
  test.each([
    ["a day no April has", { kind: "fixed", month: 4, day: 31 }, "day"],
    ["a thirteenth month", { kind: "fixed", month: 13, day: 1 }, "month"],
    ["a fifth Monday", { kind: "nth-weekday", month: 5, weekday: "monday", nth: 5 }, "nth"],
    ["a day of the week that is not one", { kind: "nth-weekday", month: 5, weekday: "Mon", nth: 1 }, "weekday"],
    ["a proclamation without days", { kind: "proclaimed", dates: [] }, "dates"],
    ["a proclaimed day that is not in the calendar", { kind: "proclaimed", dates: ["2026-02-30"] }, "dates.0"],
    ["an unknown kind", { kind: "easter" }, "kind"],
    ["a rule without a citation", { kind: "fixed", month: 7, day: 4, cites: [] }, "cites"],
    ["an id with capitals", { kind: "fixed", month: 7, day: 4, id: "July4" }, "id"],
  ])("refuses %s", (_, rule, path) => {
    expect(issuesOf(rule)).toEqual([path]);
  });
});
