import { describe, expect, test } from "vitest";
import { factSpace } from "../diagram/fact-space.ts";
import type { FactDefinition } from "../vocabulary/fact-definition.ts";
import { regionOfCube } from "./region.ts";

const asked = { title: "t", question: "q", knownBy: "claimant", sensitive: false } as const;
const COUNT: FactDefinition = { ...asked, name: "count", type: "integer", min: 0, max: 10, unit: "year" };
const DAY: FactDefinition = { ...asked, name: "day", type: "date", from: "2024-01-01", to: "2024-12-31" };
const KIND: FactDefinition = { ...asked, name: "kind", type: "enum", values: ["a", "b", "c", "d"] };

const wordsOf = (fact: FactDefinition, values: readonly (number | string)[], cells: readonly number[]) => {
  const space = factSpace([fact], new Map([[fact.name, [{ operator: "in", values }]]]));
  const { tests } = regionOfCube(space, new Map([[0, new Set(cells)]]));
  return [tests[0]?.words, tests[0]?.ranges.length];
};

describe("regionOfCube", () => {
  test("tells neighbouring numbers and days as one stretch", () => {
    expect(wordsOf(COUNT, [1, 5, 10], [2, 3, 4])).toEqual(["2 to 9 years", 3]);
    expect(wordsOf(COUNT, [1, 5, 10], [2, 3, 4, 5])).toEqual(["2 years or more", 4]);
    expect(wordsOf(COUNT, [1, 5, 10], [0, 1, 4])).toEqual(["under 2 years or 6 to 9 years", 3]);
    expect(wordsOf(DAY, ["2024-03-01"], [0, 1])).toEqual(["before 2024-03-02", 2]);
  });

  test("leaves values that have no order one by one", () => {
    expect(wordsOf(KIND, ["a", "b"], [0, 1])).toEqual(["a or b", 2]);
    expect(wordsOf(KIND, ["a", "b"], [1, 2])).toEqual(["anything but a", 2]);
  });
});
