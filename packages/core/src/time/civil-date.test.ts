import { isDeepStrictEqual } from "node:util";
import { describe, expect, test } from "vitest";
import { type CivilDate, civilDateAt, dayNumberOf, daysInMonth } from "./civil-date.ts";

describe("daysInMonth", () => {
  test("gives a common year 365 days and a leap year 366", () => {
    const yearLength = (year: number): number =>
      Array.from({ length: 12 }, (_, index) => daysInMonth(year, index + 1)).reduce((sum, days) => sum + days, 0);
    expect([2026, 2028, 2100, 2000].map(yearLength)).toEqual([365, 366, 365, 366]);
  });
});

describe("dayNumberOf", () => {
  test.each([
    [{ year: 1970, month: 1, day: 1 }, 0],
    [{ year: 1969, month: 12, day: 31 }, -1],
    [{ year: 2000, month: 2, day: 29 }, 11_016],
    [{ year: 2026, month: 3, day: 8 }, 20_520],
  ])("numbers %o as %i, and civilDateAt reads it back", (date, number) => {
    expect(dayNumberOf(date)).toBe(number);
    expect(civilDateAt(number)).toEqual(date);
  });
});

describe("civilDateAt", () => {
  test("walks through 800 years one day at a time, missing none", () => {
    const first = dayNumberOf({ year: 1600, month: 1, day: 1 });
    const last = dayNumberOf({ year: 2400, month: 1, day: 1 });
    const missed: CivilDate[] = [];
    let walked: CivilDate = { year: 1600, month: 1, day: 1 };
    for (let number = first; number < last; number += 1) {
      if (!isDeepStrictEqual(civilDateAt(number), walked)) missed.push(walked);
      walked = dayAfter(walked);
    }
    expect(missed).toEqual([]);
    expect(walked).toEqual({ year: 2400, month: 1, day: 1 });
  });
});

const dayAfter = ({ year, month, day }: CivilDate): CivilDate => {
  if (day < daysInMonth(year, month)) return { year, month, day: day + 1 };
  return month < 12 ? { year, month: month + 1, day: 1 } : { year: year + 1, month: 1, day: 1 };
};
