import * as Result from "effect/Result";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decide } from "../decide/decide.ts";
import type { Facts } from "../facts.ts";
import { RuleFile } from "../file/rule-file.ts";
import { FactDefinition } from "../vocabulary/fact-definition.ts";
import { arbitraryFacts } from "./arbitrary-facts.ts";
import { arbitraryLaw } from "./arbitrary-law.ts";
import { arbitraryQuestion, type AskedQuestion } from "./arbitrary-question.ts";

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
    const told = fc.sample(arbitraryQuestion(arbitraryFacts), { numRuns: 1_000, seed: 1 }).flatMap(kindsOf);
    for (const kind of ["yes", "no", "undetermined", "RuleConflict", "overridden", "possible", "within"]) {
      expect([kind, told.filter((each) => each === kind).length > 15]).toEqual([kind, true]);
    }
  });
});

const kindsOf = ({ compiled, facts }: AskedQuestion<Facts>): readonly string[] => {
  const decided = decide(compiled, facts);
  if (Result.isFailure(decided)) return [decided.failure._tag];
  const { answer, overridden, possibleGrounds, within } = decided.success;
  const parts = { overridden, possible: possibleGrounds, within };
  return [answer, ...Object.entries(parts).flatMap(([kind, list]) => (list.length > 0 ? [kind] : []))];
};
