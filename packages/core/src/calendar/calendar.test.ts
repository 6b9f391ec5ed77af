import { describe, expect, test } from "vitest";
import { LocalDate } from "../time/local-date.ts";
import { Calendar, holidaysIn, holidaysOn, isHoliday, isWeekend, isWorkingDay } from "./calendar.ts";
import { rollingCalendar } from "./sample-calendars.cases.ts";

const day = (text: string): LocalDate => LocalDate.parse(text);

const issuesOf = (change: object): readonly string[] =>
  Calendar.safeParse({ ...rollingCalendar, ...change }).error?.issues.map((issue) => issue.message) ?? [];

describe("holidaysIn", () => {
  test("lists a year's days off in order, with the days observed", () => {
    expect(holidaysIn(rollingCalendar, 2027).map(({ date, name }) => `${date} ${name}`)).toEqual([
      "2027-01-01 New Year's Day",
      "2027-05-31 Memorial Day",
      "2027-07-04 Independence Day",
      "2027-07-05 Independence Day",
      "2027-09-06 Labor Day",
      "2027-12-25 Christmas Day",
    ]);
  });
});

describe("isWorkingDay", () => {
  test.each([
    ["2026-05-22", true, "a Friday"],
    ["2026-05-23", false, "a Saturday"],
    ["2026-05-24", false, "a Sunday"],
    ["2026-05-25", false, "Memorial Day"],
    ["2026-05-26", true, "the day after"],
    ["2026-07-03", true, "the Friday before a Saturday holiday"],
    ["2026-07-06", true, "the Monday after a Saturday holiday"],
    ["2027-07-05", false, "the Monday after a Sunday holiday"],
  ])("%s: %s (%s)", (date, working) => {
    expect(isWorkingDay(rollingCalendar, day(date))).toBe(working);
  });
});

describe("isHoliday and isWeekend", () => {
  test("a Saturday holiday is both, a plain Sunday only weekend", () => {
    const kinds = (date: string): readonly boolean[] => [
      isHoliday(rollingCalendar, day(date)),
      isWeekend(rollingCalendar, day(date)),
    ];
    expect([kinds("2026-07-04"), kinds("2026-07-05"), kinds("2026-07-06")]).toEqual([
      [true, true],
      [false, true],
      [false, false],
    ]);
  });
});

describe("holidaysOn", () => {
  test("names the holiday and says whether it is an observed day", () => {
    expect(holidaysOn(rollingCalendar, day("2027-07-05"))).toEqual([
      { date: "2027-07-05", id: "independence-day", name: "Independence Day", observed: true },
    ]);
    expect(holidaysOn(rollingCalendar, day("2027-07-06"))).toEqual([]);
  });
});

describe("Calendar", () => {
  test("refuses a week without a working day", () => {
    const weekend = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    expect(issuesOf({ weekend })).toEqual(["leave at least one working day in the week"]);
  });

  test("refuses a weekend day named twice", () => {
    expect(issuesOf({ weekend: ["sunday", "sunday"] })).toEqual(["name each day of the weekend once"]);
  });

  test("refuses two holidays with one id", () => {
    const [first] = rollingCalendar.holidays;
    expect(issuesOf({ holidays: [first, first] })).toEqual(["give each holiday its own id"]);
  });

  test("refuses a zone that is an offset and a key it does not know", () => {
    expect(issuesOf({ zone: "-06:00", holiday: [] })).toHaveLength(2);
  });

  test("has a JSON Schema, so that editors know a calendar's shape", () => {
    const { $defs } = Calendar.toJSONSchema({ io: "input" });
    expect(Object.keys($defs ?? {}).toSorted()).toEqual([
      "Calendar",
      "Citation",
      "DayCounting",
      "HolidayRule",
      "Verification",
    ]);
    expect($defs?.["Calendar"]?.required).toContain("dayCounting");
  });
});
