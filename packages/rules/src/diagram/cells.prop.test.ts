import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryLeaf } from "../arbitrary/arbitrary-condition.ts";
import { SMALL_FACTS } from "../arbitrary/arbitrary-vocabulary.ts";
import { valuesOf } from "../arbitrary/fact-values.ts";
import { cutDomain } from "./cells.ts";
import { passes, testOf } from "./fact-test.ts";
import { itemAt } from "./item-at.ts";

const cutFact = fc
  .constantFrom(...SMALL_FACTS)
  .chain((fact) =>
    fc
      .array(arbitraryLeaf({ facts: [fact], questions: [] }), { maxLength: 4 })
      .map((leaves) => ({ fact, tests: leaves.map(testOf) })),
  );

describe("cutDomain", () => {
  test("puts every value in a cell whose sample passes the same tests", () => {
    fc.assert(
      fc.property(cutFact, ({ fact, tests }) => {
        const axis = cutDomain(fact, tests);
        for (const value of valuesOf(fact)) {
          const { sample } = itemAt(axis.cells, axis.cellOf(value));
          expect(tests.map((each) => passes(each, sample))).toEqual(tests.map((each) => passes(each, value)));
        }
      }),
      { numRuns: 3_000 },
    );
  });

  test("gives each cell its own sample, and shares that sum to one", () => {
    fc.assert(
      fc.property(cutFact, ({ fact, tests }) => {
        const { cells, cellOf } = cutDomain(fact, tests);
        expect(cells.map(({ sample }) => cellOf(sample))).toEqual(cells.map((_, place) => place));
        expect(cells.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
        expect(new Set(cells.map(({ label }) => label)).size).toBe(cells.length);
      }),
      { numRuns: 3_000 },
    );
  });
});
