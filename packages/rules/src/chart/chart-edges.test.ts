import { describe, expect, test } from "vitest";
import { cutDomain } from "../diagram/cells.ts";
import type { FactTest } from "../diagram/fact-test.ts";
import type { FactDefinition } from "../vocabulary/fact-definition.ts";
import { edgesOf } from "./chart-edges.ts";

const asked = { title: "a fact", question: "What of it?", knownBy: "claimant", sensitive: false } as const;
const letters = ["a-a", "b", "c", "d", "e", "f", "g", "h", "i", "j"];
const KIND: FactDefinition = { ...asked, name: "kind", type: "enum", values: letters };
const AGE: FactDefinition = { ...asked, name: "age", type: "integer", min: 0, max: 130, unit: "year" };
const DAY: FactDefinition = { ...asked, name: "day", type: "date", from: "2000-01-01", to: "2030-12-31" };

/** The edges of a step whose cells lead where the places say. */
const drawn = (definition: FactDefinition, tests: readonly FactTest[], places: readonly string[]) => {
  const notes: string[] = [];
  const { cells } = cutDomain(definition, tests);
  expect(cells).toHaveLength(places.length);
  const edges = edgesOf({ id: "n1", definition, cells, places }, notes);
  return { labels: edges.map(({ to, label }) => `${to}: ${label}`), notes, edges };
};

const naming = (...values: readonly string[]): readonly FactTest[] => [{ operator: "in", values }];
const from = (...values: readonly (number | string)[]): readonly FactTest[] =>
  values.map((value) => ({ operator: "greaterThanInclusive", values: [value] }));

describe("edgesOf", () => {
  test("puts yes before no", () => {
    const definition: FactDefinition = { ...asked, name: "adult", type: "boolean" };
    expect(drawn(definition, [], ["no", "yes"]).labels).toEqual(["yes: yes", "no: no"]);
  });

  test("names a few values in words, and calls the values that no rule names any other", () => {
    const { labels, edges } = drawn(KIND, naming("a-a", "b", "c"), ["x", "x", "y", "y"]);
    expect(labels).toEqual(["x: a a or b", "y: any other"]);
    expect(edges[1]?.ranges.flatMap((range) => (range.kind === "values" ? range.values : []))).toEqual(
      letters.slice(2),
    );
  });

  test("names the last value that is left by its name", () => {
    expect(drawn(KIND, naming(...letters.slice(0, 9)), [...letters.slice(1).map(() => "x"), "y"]).labels).toEqual([
      "x: any other",
      "y: j",
    ]);
  });

  test("counts what is long beside any other, and writes it out once", () => {
    const notes: string[] = ["z"];
    const { cells } = cutDomain(KIND, naming("b", "c", "d", "e", "f"));
    const step = { id: "n1", definition: KIND, cells, places: ["x", "x", "x", "x", "x", "y"] };
    const labels = () => edgesOf(step, notes).map(({ label }) => label);
    expect(labels()).toEqual(["b, c or 3 more [2]", "any other"]);
    expect(labels()).toEqual(["b, c or 3 more [2]", "any other"]);
    expect(notes).toEqual(["z", "b, c, d, e or f"]);
  });

  test("joins neighbouring numbers and days that lead to the same place", () => {
    expect(drawn(AGE, from(10, 18, 21), ["x", "x", "y", "y"]).labels).toEqual([
      "x: under 18 years",
      "y: 18 years or more",
    ]);
    expect(drawn(AGE, from(10, 18, 21), ["x", "y", "y", "x"]).labels).toEqual([
      "x: under 10 years or 21 years or more",
      "y: 10 to 20 years",
    ]);
    expect(drawn(DAY, from("2024-01-01", "2025-01-01"), ["x", "y", "y"]).labels).toEqual([
      "x: before 2024-01-01",
      "y: on or after 2024-01-01",
    ]);
  });
});
