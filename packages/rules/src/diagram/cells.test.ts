import { describe, expect, test } from "vitest";
import type { FactDefinition } from "../vocabulary/fact-definition.ts";
import { OUTSIDE } from "./cell.ts";
import { cutDomain } from "./cells.ts";

const asked = { title: "t", question: "q", knownBy: "claimant", sensitive: false } as const;
const AGE: FactDefinition = { ...asked, name: "age", type: "integer", min: 0, max: 130, unit: "year" };
const DAY: FactDefinition = { ...asked, name: "day", type: "date", from: "1900-01-01", to: "9999-12-31" };
const KIND: FactDefinition = { ...asked, name: "kind", type: "enum", values: ["release", "escape", "death"] };

const labels = (fact: FactDefinition, tests: Parameters<typeof cutDomain>[1]): readonly string[] =>
  cutDomain(fact, tests).cells.map(({ label }) => label);

describe("cutDomain", () => {
  test("cuts a whole number at the thresholds mentioned and says each part in words", () => {
    const tests = [
      { operator: "lessThan", values: [18] },
      { operator: "greaterThan", values: [64] },
      { operator: "equal", values: [21] },
    ] as const;
    expect(labels(AGE, tests)).toEqual([
      "under 18 years",
      "18 to 20 years",
      "21 years",
      "22 to 64 years",
      "65 years or more",
    ]);
  });

  test("samples the value beside the threshold", () => {
    expect(cutDomain(AGE, [{ operator: "lessThan", values: [18] }]).cells.map(({ sample }) => sample)).toEqual([
      17, 18,
    ]);
  });

  test("leaves a fact that no test tells apart in one cell", () => {
    expect([labels(AGE, []), labels(DAY, []), labels(KIND, [])]).toEqual([
      ["any number"],
      ["any day"],
      ["any other value"],
    ]);
  });

  test("makes no cut at a threshold on the edge of the domain", () => {
    expect(
      labels(AGE, [
        { operator: "greaterThanInclusive", values: [0] },
        { operator: "lessThanInclusive", values: [130] },
      ]),
    ).toEqual(["any number"]);
    expect(labels(DAY, [{ operator: "lessThanInclusive", values: ["9999-12-31"] }])).toEqual(["any day"]);
  });

  test("cuts days across a leap day and keeps the last day of the calendar", () => {
    const axis = cutDomain(DAY, [{ operator: "lessThanInclusive", values: ["2024-02-28"] }]);
    expect(axis.cells.map(({ label }) => label)).toEqual(["before 2024-02-29", "on or after 2024-02-29"]);
    expect(["2024-02-28", "2024-02-29", "9999-12-31"].map(axis.cellOf)).toEqual([0, 1, 1]);
  });

  test("keeps one cell for the values of an enum that no test mentions", () => {
    expect(labels(KIND, [{ operator: "equal", values: ["escape"] }])).toEqual(["escape", "any other value"]);
    expect(labels(KIND, [{ operator: "in", values: ["escape", "release"] }])).toEqual(["release", "escape", "death"]);
  });

  test("finds no cell for what is not a value of the fact", () => {
    expect([-1, 131, 17.5, Number.NaN, "17", null, true].map(cutDomain(AGE, []).cellOf)).toEqual(
      Array(7).fill(OUTSIDE),
    );
    expect(["2023-02-29", "2024-2-1", "1899-12-31", 20_240_101, "2024-01-01x"].map(cutDomain(DAY, []).cellOf)).toEqual(
      Array(5).fill(OUTSIDE),
    );
    expect(["Release", "", undefined].map(cutDomain(KIND, []).cellOf)).toEqual(Array(3).fill(OUTSIDE));
  });
});
