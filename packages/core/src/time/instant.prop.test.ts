import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { instants } from "./arbitraries.ts";
import { addHours, addMinutes, compareInstants, epochMilliseconds, Instant, minutesBetween } from "./instant.ts";

const thorough = { numRuns: 5000 };
const hours = fc.integer({ min: -100_000, max: 100_000 });

const withOffset = (instant: Instant, offsetMinutes: number): string => {
  const wall = new Date(epochMilliseconds(instant) + offsetMinutes * 60_000).toISOString().slice(0, -1);
  const size = Math.abs(offsetMinutes);
  const digits = [Math.floor(size / 60), size % 60].map((part) => String(part).padStart(2, "0")).join(":");
  return `${wall}${offsetMinutes < 0 ? "-" : "+"}${digits}`;
};

describe("instants", () => {
  test.prop([instants()], thorough)("parsing changes nothing that is normal already", (instant) => {
    expect(Instant.parse(instant)).toBe(instant);
  });

  test.prop([instants(), fc.integer({ min: -840, max: 840 })], thorough)(
    "a moment is the same whatever offset it is written with",
    (instant, offset) => {
      expect(Instant.parse(withOffset(instant, offset))).toBe(instant);
    },
  );

  test.prop([instants(), instants()], thorough)("text order is time order", (a, b) => {
    expect(compareInstants(a, b)).toBe(Math.sign(epochMilliseconds(a) - epochMilliseconds(b)));
  });

  test.prop([instants(), fc.integer({ min: -100_000, max: 100_000 })], thorough)(
    "an hour has sixty minutes",
    (instant, n) => {
      expect(minutesBetween(instant, addHours(instant, n))).toBe(n * 60);
      expect(addMinutes(instant, n * 60)).toBe(addHours(instant, n));
    },
  );

  test.prop([instants(), hours, hours])("hours add up", (instant, first, second) => {
    expect(addHours(addHours(instant, first), second)).toBe(addHours(instant, first + second));
  });

  test.prop([instants(), instants()])("minutes back are minutes there, negated", (a, b) => {
    expect(minutesBetween(a, b) + minutesBetween(b, a)).toBe(0);
  });
});
