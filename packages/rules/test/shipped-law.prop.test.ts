import { test as property } from "@fast-check/vitest";
import { LocalDate } from "@victim-rights/core";
import * as Result from "effect/Result";
import { describe, expect, test } from "vitest";
import { compileQuestion, coverage, decide, type Law, type RuleId, runCases } from "../src/index.ts";
import { referenceDetermination } from "../src/reference/reference-determination.ts";
import { factsNearRules } from "./facts-near-rules.ts";
import { shippedLaws } from "./shipped-laws.ts";

const asOf = LocalDate.parse("2026-11-22");

const shipped = shippedLaws();

const recalledRules = (law: Law): readonly RuleId[] =>
  [...law.questions.values()].flatMap(({ file }) =>
    file.rules.filter((rule) => rule.verified.status === "recalled").map((rule) => rule.id),
  );

test("three states are shipped", () => {
  expect(shipped).toHaveLength(3);
});

describe.each(shipped.map((law) => [law.id, law] as const))("the rule files of %s", (_id, law) => {
  test("answer at least forty cases as their authors expect", () => {
    const outcomes = runCases(law);
    expect(outcomes.filter((outcome) => outcome.differences.length > 0)).toEqual([]);
    expect(outcomes.length).toBeGreaterThanOrEqual(40);
  });

  test("give every rule a case in which it holds", () => {
    const held = new Set(
      [...law.cases.values()].flatMap((file) =>
        file.cases.flatMap((each) => [...(each.expect.grounds ?? []), ...(each.expect.overridden ?? [])]),
      ),
    );
    const grants = [...law.questions.values()].flatMap(({ file }) =>
      file.rules.filter((rule) => rule.effect === "grant").map((rule) => rule.id),
    );
    expect(grants.filter((id) => !held.has(id))).toEqual([]);
  });

  test("account for every row of the law notes", () => {
    expect(coverage(law).filter((row) => row.state === "absent")).toEqual([]);
    expect(coverage(law).length).toBeGreaterThan(20);
  });

  describe.each([...law.questions.keys()])("%s", (question) => {
    describe.each([
      ["as shipped", []],
      ["with every recalled rule on", recalledRules(law)],
    ] as const)("%s", (_name, enable) => {
      const compiled = Result.getOrThrow(compileQuestion(law, question, { asOf, enable }));

      property.prop([factsNearRules(law, question)], { numRuns: 150 })(
        "both engines give the same answer on the same grounds",
        async (facts) => {
          const ours = Result.getOrThrow(decide(compiled, facts));
          const reference = await referenceDetermination(law, { question, asOf, enable }, facts);
          expect({ answer: ours.answer, grounds: ours.grounds.map((ground) => ground.rule).toSorted() }).toEqual({
            answer: reference.answer,
            grounds: [...reference.grounds].toSorted(),
          });
        },
      );
    });
  });
});
