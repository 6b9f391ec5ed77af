import { LocalDate } from "@victim-rights/core";
import * as Result from "effect/Result";
import { describe, expect, test } from "vitest";
import { analyzeQuestion, prove } from "../src/analysis.ts";
import { compileQuestion } from "../src/index.ts";
import { shippedLaws } from "./shipped-laws.ts";

const asOf = LocalDate.parse("2026-11-22");

const shipped = shippedLaws().map((law) => [law.id, law] as const);

describe.each(shipped)("the law of %s", (_name, law) => {
  test("says what its rules must hold to", () => {
    expect(law.properties.length).toBeGreaterThan(0);
  });

  test.each(law.properties.map((property) => [property.name, property] as const))("%s", (_claim, property) => {
    const { verdict } = Result.getOrThrow(prove(law, property, { asOf }));
    expect(verdict).toMatchObject({ kind: "proved", isVacuous: false });
  });

  test.each([...law.questions.keys()])(
    "has no rule of %s that never fires, never stands or contradicts another",
    (id) => {
      const { findings } = analyzeQuestion(Result.getOrThrow(compileQuestion(law, id, { asOf })), { limit: 3 });
      const faults = findings?.rules.filter(({ kind }) => kind === "never-fires" || kind === "always-overridden");
      expect({ faults, conflicts: findings?.conflicts }).toEqual({ faults: [], conflicts: [] });
    },
  );
});
