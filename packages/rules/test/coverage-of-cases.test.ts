import * as Result from "effect/Result";
import { describe, expect, test } from "vitest";
import { coverCases } from "../src/analysis.ts";
import { shippedLaws } from "./shipped-laws.ts";

const shipped = shippedLaws();

test("three states are shipped", () => {
  expect(shipped).toHaveLength(3);
});

describe.each(shipped.map((law) => [law.id, law] as const))("the cases of %s", (_id, law) => {
  test.each([...law.questions.keys()])("make every version of every rule of %s hold", (question) => {
    const { rules, totals, failing } = Result.getOrThrow(coverCases(law, question));
    expect(failing).toEqual([]);
    expect(rules.filter(({ holds }) => holds.state !== "shown").map(({ rule, period }) => ({ rule, period }))).toEqual(
      [],
    );
    expect(totals.conditions.notDecided).toBe(0);
  });
});
