import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryBoundConditions } from "../arbitrary/arbitrary-bound-condition.ts";
import { valuesOf } from "../arbitrary/fact-values.ts";
import type { FactDefinition } from "../vocabulary/fact-definition.ts";
import { cellReader, readCell } from "./cell-reader.ts";

const anyValue = (facts: readonly FactDefinition[]): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom<unknown>(...facts.flatMap(valuesOf)) },
    { weight: 1, arbitrary: fc.anything() },
    { weight: 1, arbitrary: fc.constantFrom<unknown>(-1, 0.5, Number.NaN, 1e300, "2024-02-30", "1", null, undefined) },
  );

describe("readCell", () => {
  test("finds the cell that the axis finds, whatever the value", () => {
    fc.assert(
      fc.property(
        arbitraryBoundConditions(2).chain(({ space, facts }) => fc.tuple(fc.constant(space), anyValue(facts))),
        ([{ axes }, value]) => {
          expect(axes.map((axis) => readCell(cellReader(axis), value))).toEqual(axes.map((axis) => axis.cellOf(value)));
        },
      ),
      { numRuns: 3_000 },
    );
  });
});
