import { describe, expect, test } from "vitest";
import { event } from "../test/records.ts";
import { XX_YY } from "../test/xx-yy.ts";
import { NoticeWindow } from "./duty.ts";
import { type CountedWindow, intervalOf } from "./interval-of.ts";

const { calendar } = XX_YY.profile;

type Amount = { readonly amount: number; readonly unit: string };

const count = (
  window: Readonly<Record<string, unknown>>,
  moment: { readonly date: string; readonly time: string | null },
): CountedWindow => {
  const parsed = NoticeWindow.parse(window);
  return intervalOf(parsed, event({ scheduled: moment, occurred: moment }), calendar);
};
const before = (amount: Amount, date: string, time: string | null = null): CountedWindow =>
  count({ kind: "at-least-before", ...amount, anchor: "scheduled" }, { date, time });
const lastDays = (amount: Amount, date: string, time: string | null = null): CountedWindow =>
  count({ kind: "not-earlier-than-before", ...amount, anchor: "scheduled" }, { date, time });
const after = (amount: Amount, date: string, time: string | null = null): CountedWindow =>
  count({ kind: "within-after", ...amount, anchor: "occurrence" }, { date, time });

const calendarDays = (amount: number): Amount => ({ amount, unit: "calendar-day" });
const workingDays = (amount: number): Amount => ({ amount, unit: "working-day" });
const hours = (amount: number): Amount => ({ amount, unit: "hour" });

describe("intervalOf", () => {
  test("a notice sent on the last day before an event still counts, to that day's end", () => {
    expect(before(calendarDays(30), "2026-04-02", "09:30")).toMatchObject({
      interval: { opens: null, closes: "2026-03-04T06:00:00.000Z" },
      counting: ["30 calendar days before 2026-04-02 is 2026-03-03"],
      symbolic: null,
    });
  });

  test("a window in the last days before an event opens with its first day and closes at the event", () => {
    expect(lastDays(calendarDays(15), "2026-04-02", "09:30")).toMatchObject({
      interval: { opens: "2026-03-18T05:00:00.000Z", closes: "2026-04-02T14:30:00.000Z" },
    });
  });

  test("a window after an event runs from the event to the last day's end", () => {
    expect(after(calendarDays(5), "2026-04-02", "09:30")).toMatchObject({
      interval: { opens: "2026-04-02T14:30:00.000Z", closes: "2026-04-08T05:00:00.000Z" },
    });
  });

  test.each([
    [
      "spring, when the day has 23 hours",
      "2026-03-07",
      "22:00",
      "2026-03-08T04:00:00.000Z",
      "2026-03-09T04:00:00.000Z",
    ],
    [
      "autumn, when the day has 25 hours",
      "2026-10-31",
      "22:00",
      "2026-11-01T03:00:00.000Z",
      "2026-11-02T03:00:00.000Z",
    ],
  ])("24 hours are elapsed hours over the clock change in %s", (_season, date, time, opens, closes) => {
    expect(after(hours(24), date, time)).toMatchObject({ interval: { opens, closes } });
  });

  test("a day on which clocks change counts to its own end", () => {
    expect(before(calendarDays(1), "2026-03-09")).toMatchObject({ interval: { closes: "2026-03-09T05:00:00.000Z" } });
    expect(before(calendarDays(1), "2026-11-02")).toMatchObject({ interval: { closes: "2026-11-02T06:00:00.000Z" } });
  });

  test("a clock time that is skipped moves forward, and one shown twice is the first", () => {
    expect(after(hours(1), "2026-03-08", "02:30")).toMatchObject({
      interval: { opens: "2026-03-08T08:30:00.000Z", closes: "2026-03-08T09:30:00.000Z" },
      counting: [
        "1 hour after 2026-03-08 03:30 is 2026-03-08 04:30",
        "02:30 on 2026-03-08 is skipped by the clocks: read as moved forward",
      ],
    });
    expect(after(hours(1), "2026-11-01", "01:30")).toMatchObject({ interval: { opens: "2026-11-01T06:30:00.000Z" } });
  });

  test("an event without a clock time is read from the first moment of its day", () => {
    const { counting, interval } = after(hours(24), "2026-04-02") as Extract<CountedWindow, { kind: "counted" }>;
    expect(interval).toEqual({ opens: "2026-04-02T05:00:00.000Z", closes: "2026-04-03T05:00:00.000Z" });
    expect(counting).toContain("the record has no clock time: 2026-04-02 is read from its first moment");
    expect(lastDays(calendarDays(3), "2026-04-02")).toMatchObject({ interval: { closes: "2026-04-02T05:00:00.000Z" } });
  });

  test("working days leave out the weekend and a holiday that was read in law", () => {
    expect(after(workingDays(5), "2026-07-01")).toMatchObject({ interval: { closes: "2026-07-10T05:00:00.000Z" } });
  });

  test("a holiday from memory gives both dates, and the earlier deadline", () => {
    const { interval, counting } = after(workingDays(5), "2026-05-01") as Extract<CountedWindow, { kind: "counted" }>;
    expect(interval.closes).toBe("2026-05-09T05:00:00.000Z");
    expect(counting.some((line) => line.startsWith("or 2026-05-11: "))).toBe(true);
    expect(before(workingDays(3), "2026-05-08")).toMatchObject({ interval: { closes: "2026-05-05T05:00:00.000Z" } });
  });

  test("a window that opens on one of two dates opens on the later, which lies in both", () => {
    expect(lastDays(workingDays(3), "2026-05-08")).toMatchObject({ interval: { opens: "2026-05-05T05:00:00.000Z" } });
  });

  test("a symbolic window keeps the law's word and gets no number", () => {
    const moment = { date: "2026-04-02", time: "09:30" };
    expect(count({ kind: "before", anchor: "scheduled", term: "reasonable-advance" }, moment)).toMatchObject({
      interval: { opens: null, closes: "2026-04-02T14:30:00.000Z" },
      symbolic: "reasonable-advance",
      counting: ["the law says `reasonable-advance` and gives no number"],
    });
    expect(count({ kind: "after", anchor: "occurrence", term: "promptly" }, moment)).toMatchObject({
      interval: { opens: "2026-04-02T14:30:00.000Z", closes: null },
      symbolic: "promptly",
    });
  });

  test("advance notice if possible of what has happened stays open", () => {
    const window = { kind: "before", anchor: "occurrence", term: "prompt-advance-if-possible" };
    expect(count(window, { date: "2026-04-02", time: null })).toMatchObject({
      interval: { opens: null, closes: null },
      symbolic: "prompt-advance-if-possible",
    });
  });

  test("a missing day leaves a counted window uncounted, and a notice promptly after something open", () => {
    const undated = event({ scheduled: null, occurred: null });
    const counted = NoticeWindow.parse({
      kind: "at-least-before",
      amount: 30,
      unit: "calendar-day",
      anchor: "scheduled",
    });
    expect(intervalOf(counted, undated, calendar)).toEqual({ kind: "no-anchor", field: "scheduled" });
    const promptly = NoticeWindow.parse({ kind: "after", anchor: "occurrence", term: "promptly" });
    expect(intervalOf(promptly, undated, calendar)).toMatchObject({
      interval: { opens: null, closes: null },
      symbolic: "promptly",
    });
  });

  test("a release that nobody scheduled is counted from the day it happened; a hearing is not", () => {
    const inAdvance = NoticeWindow.parse({ kind: "before", anchor: "scheduled", term: "in-advance" });
    const happened = { scheduled: null, occurred: { date: "2026-04-02", time: "08:00" } };
    expect(intervalOf(inAdvance, event({ kind: "release", ...happened }), calendar)).toMatchObject({
      interval: { closes: "2026-04-02T13:00:00.000Z" },
    });
    expect(intervalOf(inAdvance, event(happened), calendar)).toEqual({ kind: "no-anchor", field: "scheduled" });
  });

  test("a law that counts the day of the event never closes after the event, nor opens at its end", () => {
    const inclusive = { ...calendar, dayCounting: { ...calendar.dayCounting, excludeTriggerDay: false } };
    const hearing = event({ scheduled: { date: "2026-04-02", time: null } });
    const oneDay = (kind: string) =>
      intervalOf(
        NoticeWindow.parse({ kind, amount: 1, unit: "calendar-day", anchor: "scheduled" }),
        hearing,
        inclusive,
      );
    expect(oneDay("at-least-before")).toMatchObject({ interval: { opens: null, closes: "2026-04-02T05:00:00.000Z" } });
    expect(oneDay("not-earlier-than-before")).toMatchObject({
      interval: { opens: null, closes: "2026-04-02T05:00:00.000Z" },
    });
  });
});
