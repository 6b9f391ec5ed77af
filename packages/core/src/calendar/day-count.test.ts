import { describe, expect, test } from "vitest";
import { LocalDate } from "../time/local-date.ts";
import type { Calendar } from "./calendar.ts";
import { countBackward, countForward } from "./day-count.ts";
import type { DayCount, DayUnit } from "./day-counting.ts";
import { plainCalendar, recalledCalendar, rollingCalendar } from "./sample-calendars.cases.ts";

const count = (from: string, amount: number, unit: DayUnit = "calendar-day"): DayCount => ({
  from: LocalDate.parse(from),
  amount,
  unit,
});

const counting = (calendar: Calendar, change: Partial<Calendar["dayCounting"]>): Calendar => ({
  ...calendar,
  dayCounting: { ...calendar.dayCounting, ...change },
});

describe("countForward", () => {
  test("leaves out the day of the event and counts the last day", () => {
    expect(countForward(rollingCalendar, count("2026-06-01", 15))).toEqual({
      date: "2026-06-16",
      steps: ["15 calendar days after 2026-06-01 is 2026-06-16"],
    });
  });

  test("rolls a last day on a Saturday holiday over the weekend", () => {
    expect(countForward(rollingCalendar, count("2026-06-19", 15))).toEqual({
      date: "2026-07-06",
      steps: [
        "15 calendar days after 2026-06-19 is 2026-07-04",
        "rolled from 2026-07-04, saturday and Independence Day",
        "rolled from 2026-07-05, sunday",
        "rolled to 2026-07-06",
      ],
    });
  });

  test("rolls over the Monday that a Sunday holiday adds", () => {
    expect(countForward(rollingCalendar, count("2027-06-18", 15))).toEqual({
      date: "2027-07-06",
      steps: [
        "15 calendar days after 2027-06-18 is 2027-07-03",
        "rolled from 2027-07-03, saturday",
        "rolled from 2027-07-04, sunday and Independence Day",
        "rolled from 2027-07-05, Independence Day (observed)",
        "rolled to 2027-07-06",
      ],
    });
  });

  test("skips weekend and holiday in a period under seven days", () => {
    expect(countForward(rollingCalendar, count("2026-05-21", 3))).toEqual({
      date: "2026-05-27",
      steps: [
        "a period of fewer than 7 days counts working days only",
        "3 working days after 2026-05-21 is 2026-05-27",
        "not counted: 2026-05-25, Memorial Day",
      ],
    });
  });

  test("a period of seven days is not short, and may end before one of six", () => {
    expect(countForward(rollingCalendar, count("2026-05-18", 6)).date).toBe("2026-05-27");
    expect(countForward(rollingCalendar, count("2026-05-18", 7)).date).toBe("2026-05-26");
  });

  test.each([
    ["2026-02-06", 30, "2026-03-09", "the spring change is a Sunday: it rolls, and no day is lost"],
    ["2026-03-07", 30, "2026-04-06", "a period over the spring change"],
    ["2026-10-02", 30, "2026-11-02", "the autumn change is a Sunday: it rolls, and no day is counted twice"],
    ["2026-10-31", 10, "2026-11-10", "a period over the autumn change"],
  ])("from %s, %i days end on %s: %s", (from, amount, date) => {
    expect(countForward(rollingCalendar, count(from, amount)).date).toBe(date);
  });

  test("a date stands where no rule moves it, and the answer says so", () => {
    expect(countForward(plainCalendar, count("2026-06-19", 15))).toEqual({
      date: "2026-07-04",
      steps: [
        "15 calendar days after 2026-06-19 is 2026-07-04",
        "2026-07-04, saturday and Independence Day, stands: no rule of counting moves it",
      ],
    });
  });

  test("five working days pass over a weekend and a holiday", () => {
    expect(countForward(plainCalendar, count("2026-05-20", 5, "working-day"))).toEqual({
      date: "2026-05-28",
      steps: ["5 working days after 2026-05-20 is 2026-05-28", "not counted: 2026-05-25, Memorial Day"],
    });
  });

  test("a holiday on a weekend needs no mention of its own", () => {
    expect(countForward(plainCalendar, count("2026-07-01", 5, "working-day"))).toEqual({
      date: "2026-07-08",
      steps: ["5 working days after 2026-07-01 is 2026-07-08"],
    });
  });

  test("the reason for a date before an event is not given for one after it", () => {
    const calendar = counting(plainCalendar, { roll: { forward: "none", backward: "never-later" } });
    expect(countForward(calendar, count("2026-06-19", 15)).steps.at(-1)).toContain("no rule of counting moves it");
  });

  test("counts the day of the event where the rule says so", () => {
    expect(countForward(counting(plainCalendar, { excludeTriggerDay: false }), count("2026-06-01", 3))).toEqual({
      date: "2026-06-03",
      steps: ["2026-06-01 is itself counted", "3 calendar days after 2026-06-01 is 2026-06-03"],
    });
  });

  test("clear days put the date one day beyond", () => {
    expect(countForward(counting(plainCalendar, { countLastDay: false }), count("2026-06-01", 1))).toEqual({
      date: "2026-06-03",
      steps: ["the date is one day beyond the last day counted", "1 calendar day after 2026-06-01 is 2026-06-03"],
    });
  });

  test("a recalled holiday on the last day gives the earlier date and the other as its alternative", () => {
    expect(countForward(recalledCalendar, count("2026-05-10", 15))).toEqual({
      date: "2026-05-25",
      steps: ["15 calendar days after 2026-05-10 is 2026-05-25"],
      alternative: { date: "2026-05-26", because: "right if the law has the holidays of 2026-05-25, Memorial Day" },
    });
  });

  test("a recalled holiday that changes nothing gives one date", () => {
    expect(countForward(recalledCalendar, count("2026-05-20", 15))).not.toHaveProperty("alternative");
  });
});

describe("countBackward", () => {
  test("a day before an event is never rolled later, nor earlier", () => {
    expect(countBackward(rollingCalendar, count("2026-07-19", 15))).toEqual({
      date: "2026-07-04",
      steps: [
        "15 calendar days before 2026-07-19 is 2026-07-04",
        "2026-07-04, saturday and Independence Day, stands: a date before an event is never rolled later",
      ],
    });
  });

  test("thirty days before a hearing pass over both changes of clocks unmoved", () => {
    expect(countBackward(plainCalendar, count("2026-04-02", 30)).date).toBe("2026-03-03");
    expect(countBackward(plainCalendar, count("2026-11-20", 30)).date).toBe("2026-10-21");
  });

  test("where no rule moves a date the answer says so", () => {
    expect(countBackward(plainCalendar, count("2026-08-03", 30)).steps.at(-1)).toBe(
      "2026-07-04, saturday and Independence Day, stands: no rule of counting moves it",
    );
  });

  test("a short period skips the days that are not working days", () => {
    expect(countBackward(rollingCalendar, count("2026-05-28", 3)).date).toBe("2026-05-22");
  });

  test("ten working days leave out the hearing day, weekends and holidays, and answer for a recalled holiday both ways", () => {
    expect(countBackward(recalledCalendar, count("2026-06-04", 10, "working-day"))).toEqual({
      date: "2026-05-20",
      steps: ["10 working days before 2026-06-04 is 2026-05-20", "not counted: 2026-05-25, Memorial Day"],
      alternative: {
        date: "2026-05-21",
        because: "right if the law does not have the holidays of 2026-05-25, Memorial Day",
      },
    });
  });

  test("several recalled holidays are named together, and the two dates are the ends of what is possible", () => {
    const autumn = LocalDate.parse("2026-12-30");
    expect(countBackward(recalledCalendar, { from: autumn, amount: 85, unit: "working-day" })).toMatchObject({
      date: "2026-08-31",
      alternative: {
        date: "2026-09-02",
        because: "right if the law does not have the holidays of 2026-12-25, Christmas Day; 2026-09-07, Labor Day",
      },
    });
  });

  test("a hearing on a recalled holiday is not what the alternative turns on", () => {
    const laborDay = count("2027-09-06", 45, "working-day");
    expect(countBackward(recalledCalendar, laborDay)).toMatchObject({
      date: "2027-07-02",
      alternative: {
        date: "2027-07-05",
        because: "right if the law does not have the holidays of 2027-07-05, Independence Day (observed)",
      },
    });
  });

  test("one recalled holiday on a list that was read is the only one counted both ways", () => {
    const holidays = rollingCalendar.holidays.map((rule) =>
      rule.id === "labor-day" ? { ...rule, verified: { ...rule.verified, status: "recalled" as const } } : rule,
    );
    const calendar = { ...rollingCalendar, holidays };
    expect(countBackward(calendar, count("2026-06-04", 10, "working-day")).alternative).toBeUndefined();
    expect(countBackward(calendar, count("2026-09-09", 2, "working-day"))).toMatchObject({
      date: "2026-09-04",
      alternative: {
        date: "2026-09-07",
        because: "right if the law does not have the holidays of 2026-09-07, Labor Day",
      },
    });
  });
});

describe("a count", () => {
  test.each([0, -1, 1.5, Number.NaN])("stops at an amount of %d, which the door should have refused", (amount) => {
    expect(() => countForward(plainCalendar, count("2026-06-01", amount))).toThrow(
      "a count of days is whole and at least one",
    );
  });
});
