import { describe, expect, test } from "vitest";
import { addDays, LocalDate } from "../time/local-date.ts";
import { countBackward } from "./day-count.ts";
import { daysUntil } from "./days-until.ts";
import { plainCalendar, rollingCalendar } from "./sample-calendars.cases.ts";

const day = (text: string) => LocalDate.parse(text);

describe("daysUntil", () => {
  test("counts calendar days where the law counts them as they stand", () => {
    expect(daysUntil(plainCalendar, { from: day("2026-11-22"), to: day("2027-01-10") })).toBe(49);
  });

  test("is zero on the day itself and negative after it", () => {
    expect(daysUntil(plainCalendar, { from: day("2026-11-22"), to: day("2026-11-22") })).toBe(0);
    expect(daysUntil(plainCalendar, { from: day("2026-11-22"), to: day("2026-11-20") })).toBe(-2);
  });

  test("skips the weekend in a short period where the law does", () => {
    // Thursday to Tuesday: Monday and Friday, then Thursday itself.
    expect(daysUntil(rollingCalendar, { from: day("2026-11-19"), to: day("2026-11-24") })).toBe(3);
  });

  test.each([plainCalendar, rollingCalendar])(
    "the period it gives can still be counted back, and no longer one can",
    (calendar) => {
      const to = day("2026-12-31");
      for (let back = 1; back <= 60; back += 1) {
        const from = addDays(to, -back);
        const days = daysUntil(calendar, { from, to });
        const dateOf = (amount: number) => countBackward(calendar, { from: to, amount, unit: "calendar-day" }).date;
        expect(days === 0 || dateOf(days) >= from).toBe(true);
        expect(dateOf(days + 1) < from || dateOf(days + 2) < from).toBe(true);
      }
    },
  );
});
