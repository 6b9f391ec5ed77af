import * as Result from "effect/Result";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryCompleteFacts, arbitraryFacts } from "../arbitrary/arbitrary-facts.ts";
import { SAMPLE_QUESTION } from "../arbitrary/arbitrary-law.ts";
import { arbitraryQuestion, type AskedQuestion } from "../arbitrary/arbitrary-question.ts";
import { SAMPLE_DAY } from "../arbitrary/arbitrary-rules.ts";
import type { Facts } from "../facts.ts";
import { completionsOf, surveyCases } from "../reference/completions.ts";
import { obviousDetermination, referenceDetermination } from "../reference/reference-determination.ts";
import { decide } from "./decide.ts";

/** What a decision says, in the terms of the reference. */
const told = ({ compiled, facts }: AskedQuestion<Facts>) => {
  const decided = decide(compiled, facts);
  if (Result.isFailure(decided))
    return { answer: decided.failure._tag === "RuleConflict" ? "conflict" : decided.failure._tag };
  const { answer, grounds, possibleGrounds, overridden, missing, missingForGrounds } = decided.success;
  const order = [...compiled.law.vocabulary.keys()];
  return {
    answer,
    grounds: grounds.map(({ rule }) => rule),
    possibleGrounds: possibleGrounds.map(({ rule }) => rule),
    overridden: overridden.map(({ ground }) => ground.rule),
    missing: order.filter((name) => missing.some(({ fact }) => fact === name)),
    missingForGrounds: order.filter((name) => missingForGrounds.some(({ fact }) => fact === name)),
  };
};

const asked = ({ enable }: AskedQuestion<Facts>) => ({ question: SAMPLE_QUESTION, asOf: SAMPLE_DAY, enable });

/** A conflict is told without the rest. */
const comparable = <Survey extends { readonly answer: string }>(survey: Survey) =>
  survey.answer === "conflict" ? { answer: survey.answer } : survey;

describe("decide", () => {
  test("agrees with json-rules-engine when every fact is known", async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryQuestion(arbitraryCompleteFacts), async (question) => {
        const determination = await referenceDetermination(question.law, asked(question), question.facts);
        const expected = surveyCases(question.law.vocabulary, [{ facts: question.facts, determination }]);
        expect(told(question)).toEqual(comparable(expected));
      }),
      { numRuns: 1_000 },
    );
  });

  test("agrees with json-rules-engine run over every completion of the missing facts", async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryQuestion(arbitraryFacts, { min: 1, max: 3 }), async (question) => {
        const cases = await Promise.all(
          completionsOf(question.law.vocabulary, question.facts).map(async (facts) => ({
            facts,
            determination: await referenceDetermination(question.law, asked(question), facts),
          })),
        );
        expect(told(question)).toEqual(comparable(surveyCases(question.law.vocabulary, cases)));
      }),
      { numRuns: 150 },
    );
  });

  test("says of missing facts exactly what trying every completion says", () => {
    fc.assert(
      fc.property(arbitraryQuestion(arbitraryFacts), (question) => {
        const cases = completionsOf(question.law.vocabulary, question.facts).map((facts) => ({
          facts,
          determination: obviousDetermination(question.law, asked(question), facts),
        }));
        expect(told(question)).toEqual(comparable(surveyCases(question.law.vocabulary, cases)));
      }),
      { numRuns: 2_000 },
    );
  });
});
