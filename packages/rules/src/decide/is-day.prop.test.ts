import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isCalendarDay } from "../diagram/calendar-day.ts";
import { isDay } from "./is-day.ts";

const twoDigits = fc.integer({ min: 0, max: 40 }).map((part) => String(part).padStart(2, "0"));
const months = fc.oneof(fc.constant("02"), twoDigits);
const days = fc.oneof(fc.constantFrom("28", "29", "30", "31", "32"), twoDigits);

/** Days, days that do not exist, and texts that only look like days. */
const nearDays = fc.oneof(
  fc
    .tuple(fc.constantFrom("0000", "0004", "1900", "2000", "2023", "2024", "9999"), months, days)
    .map((parts) => parts.join("-")),
  fc.constantFrom("2024-2-29", "2024-02-29 ", "2024/02/29", "2024-02-2x", "+024-02-29", "２024-02-29", ""),
  fc.string({ maxLength: 12 }),
);

describe("isDay", () => {
  test("knows the same days as the calendar", () => {
    fc.assert(
      fc.property(nearDays, (text) => {
        expect(isDay(text)).toBe(isCalendarDay(text));
      }),
      { numRuns: 5_000 },
    );
  });
});
