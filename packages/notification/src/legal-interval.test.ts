import { describe, expect, test } from "vitest";
import { instant } from "../test/records.ts";
import { compareByClosing, contains, earlier, intersect, isEmpty, UNBOUNDED } from "./legal-interval.ts";

const [noon, one, two] = ["12", "13", "14"].map((hour) => instant(`2026-03-01T${hour}:00:00Z`)) as [
  ReturnType<typeof instant>,
  ReturnType<typeof instant>,
  ReturnType<typeof instant>,
];

describe("a legal interval", () => {
  test("holds its opening and not its closing", () => {
    const interval = { opens: noon, closes: two };
    expect([noon, one, two].map((at) => contains(interval, at))).toEqual([true, true, false]);
    expect(contains(UNBOUNDED, noon)).toBe(true);
  });

  test("shares with another what lies in both", () => {
    expect(intersect({ opens: noon, closes: null }, { opens: one, closes: two })).toEqual({ opens: one, closes: two });
    expect(intersect(UNBOUNDED, { opens: null, closes: one })).toEqual({ opens: null, closes: one });
  });

  test("is empty when it closes as it opens", () => {
    expect(isEmpty({ opens: one, closes: one })).toBe(true);
    expect(isEmpty({ opens: noon, closes: one })).toBe(false);
    expect(isEmpty({ opens: one, closes: null })).toBe(false);
  });

  test("sorts by its closing, and last when it never closes", () => {
    const sorted = [
      UNBOUNDED,
      { opens: one, closes: two },
      { opens: null, closes: two },
      { opens: null, closes: noon },
    ].toSorted(compareByClosing);
    expect(sorted).toEqual([
      { opens: null, closes: noon },
      { opens: null, closes: two },
      { opens: one, closes: two },
      UNBOUNDED,
    ]);
  });

  test("a missing bound is later than any closing", () => {
    expect([earlier(noon, one), earlier(null, one), earlier(noon, null), earlier(null, null)]).toEqual([
      noon,
      one,
      noon,
      null,
    ]);
  });
});
