import { LocalDate } from "@victim-rights/core";
import * as Result from "effect/Result";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryCompleteFacts } from "../src/arbitrary/arbitrary-facts.ts";
import { arbitraryQuestion } from "../src/arbitrary/arbitrary-question.ts";
import { exportJsonRulesEngine, type JsonRulesEngineExport } from "../src/authoring.ts";
import { offByDefault } from "../src/file/off-by-default.ts";
import { type CompiledQuestion, compileQuestion, decide, type Facts } from "../src/index.ts";
import { factsNearRules } from "./facts-near-rules.ts";
import { shippedLaws } from "./shipped-laws.ts";
import { type EngineAnswer, factsTaken, runEngineExport } from "./run-engine-export.ts";

const asOf = LocalDate.parse("2026-11-22");

const shipped = shippedLaws();

const decided = (compiled: CompiledQuestion, facts: Facts): EngineAnswer =>
  Result.match(decide(compiled, facts), {
    onSuccess: ({ answer, grounds }) => ({
      answer: answer === "undetermined" ? "conflict" : answer,
      grounds: grounds.map(({ rule }) => rule),
    }),
    onFailure: (): EngineAnswer => ({ answer: "conflict", grounds: [] }),
  });

/** As it comes out of a file. */
const written = (compiled: CompiledQuestion): JsonRulesEngineExport =>
  JSON.parse(JSON.stringify(exportJsonRulesEngine(compiled)));

/** Only the facts that the export says it takes: a stock engine refuses a run that lacks one it needs. */
const taken = ({ questions }: JsonRulesEngineExport, facts: Facts): Facts =>
  Object.fromEntries(questions.flatMap(factsTaken).map((name) => [name, facts[name]]));

test("a stock engine gives the answer and the grounds of `decide` for generated laws", async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryQuestion(arbitraryCompleteFacts), async ({ compiled, facts }) => {
      const document = written(compiled);
      expect(await runEngineExport(document, taken(document, facts))).toEqual(decided(compiled, facts));
    }),
    { numRuns: 150 },
  );
});

describe.each(shipped.map((law) => [law.id, law] as const))("the rule files of %s on a stock engine", (_id, law) => {
  const rules = [...law.questions.values()].flatMap(({ file }) => file.rules);
  const off = rules.filter((rule) => offByDefault(rule) !== null).map((rule) => rule.id);

  test.each([...law.questions.keys()])("%s answers as `decide` does", async (question) => {
    for (const enable of [[], off]) {
      const compiled = Result.getOrThrow(compileQuestion(law, question, { asOf, enable }));
      const document = written(compiled);
      for (const facts of fc.sample(factsNearRules(law, question), 8))
        expect(await runEngineExport(document, taken(document, facts))).toEqual(decided(compiled, facts));
    }
  });
});
