import * as Result from "effect/Result";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decide } from "../decide/decide.ts";
import { RuleFile } from "../file/rule-file.ts";
import { FactDefinition } from "../vocabulary/fact-definition.ts";
import { arbitraryFacts } from "./arbitrary-facts.ts";
import { arbitraryLaw } from "./arbitrary-law.ts";
import { arbitraryQuestion } from "./arbitrary-question.ts";

describe("arbitraryLaw", () => {
  test("makes rule files and vocabularies that the schemas accept as they stand", () => {
    fc.assert(
      fc.property(arbitraryLaw(), ({ law }) => {
        for (const { file } of law.questions.values()) expect(RuleFile.parse(file)).toEqual(file);
        for (const fact of law.vocabulary.values()) expect(FactDefinition.parse(fact)).toEqual(fact);
      }),
      { numRuns: 200 },
    );
  });

  test("comes to every kind of answer often enough to test it", () => {
    const told = fc.sample(arbitraryQuestion(arbitraryFacts), { numRuns: 600, seed: 1 }).map(({ compiled, facts }) =>
      Result.match(decide(compiled, facts), { onSuccess: ({ answer }) => answer, onFailure: ({ _tag }) => _tag }),
    );
    const counts = Map.groupBy(told, (answer) => answer);
    for (const answer of ["yes", "no", "undetermined", "RuleConflict"] as const) expect(counts.get(answer)?.length ?? 0).toBeGreaterThan(20);
  });
});
