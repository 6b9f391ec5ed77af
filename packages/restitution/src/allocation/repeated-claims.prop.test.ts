import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { claim } from "../../test/sample.ts";
import { repeatedClaims } from "./repeated-claims.ts";

describe("repeatedClaims", () => {
  test("names every id that comes again once, of few claims and of many", () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 30 }), { maxLength: 14 }), (numbers) => {
        const ids = numbers.map((each) => `c${each}`);
        const repeated = ids.filter((id, place) => ids.indexOf(id) !== place);
        expect(repeatedClaims(ids.map((id) => claim(id, 100)))).toEqual([...new Set(repeated)]);
      }),
      { numRuns: 500 },
    );
  });
});
