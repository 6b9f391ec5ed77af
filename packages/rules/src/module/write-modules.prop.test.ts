import * as Result from "effect/Result";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryFacts } from "../arbitrary/arbitrary-facts.ts";
import { SAMPLE_QUESTION } from "../arbitrary/arbitrary-law.ts";
import { arbitraryQuestion } from "../arbitrary/arbitrary-question.ts";
import { SAMPLE_DAY } from "../arbitrary/arbitrary-rules.ts";
import type { CompiledQuestion } from "../decide/compiled-question.ts";
import { decide } from "../decide/decide.ts";
import type { DecideError } from "../decide/errors.ts";
import { evaluate } from "../decide/evaluate.ts";
import type { Facts, FactValue } from "../facts.ts";
import type { Law } from "../load/law.ts";
import { writeModules } from "./write-modules.ts";

type Answered = {
  readonly answer: string;
  readonly grounds: readonly unknown[];
  readonly refused: readonly string[];
};
type Answer = (facts: Facts) => Answered;

/** The written module of the sample question, imported as it stands. */
const written = async (law: Law, enable: readonly string[]): Promise<Answer> => {
  const files = Result.getOrThrow(writeModules(law, { asOf: SAMPLE_DAY, enable, questions: [SAMPLE_QUESTION] }));
  const code = encodeURIComponent(files.get(`${SAMPLE_QUESTION}.js`) ?? "");
  const module: { readonly answer: Answer } = await import(/* @vite-ignore */ `data:text/javascript,${code}`);
  return module.answer;
};

/** What `decide` says, in the terms of a written module. */
const told = (outcome: ReturnType<typeof decide>): object =>
  Result.match(outcome, {
    onSuccess: ({ answer, grounds, possibleGrounds, missing }) => ({
      answer,
      grounds,
      possibleGrounds,
      missing,
      refused: [],
    }),
    onFailure: (error) => ({ ...NOTHING, ...refusal(error) }),
  });

const NOTHING = { grounds: [], possibleGrounds: [], missing: [] };

const refusal = (error: DecideError) =>
  error._tag === "RuleConflict"
    ? { answer: "conflict", refused: [] }
    : { answer: "refused", refused: error.problems.map(({ fact }) => fact) };

/** What `evaluate` tells as well. */
const inShort = ({ answer, grounds, refused }: Answered): object => ({ answer, grounds, refused });

const evaluated = (compiled: CompiledQuestion, facts: Facts): object =>
  Result.match(evaluate(compiled, facts), {
    onSuccess: ({ answer, grounds }) => ({ answer, grounds, refused: [] }),
    onFailure: (error) => ({ grounds: [], ...refusal(error) }),
  });

describe("a written module", () => {
  test("answers as `decide` does, whatever is missing", async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryQuestion(arbitraryFacts).chain((question) =>
          fc.record({
            question: fc.constant(question),
            more: fc.array(arbitraryFacts(question.law.vocabulary), { minLength: 4, maxLength: 8 }),
          }),
        ),
        async ({ question: { law, enable, compiled, facts }, more }) => {
          const answer = await written(law, enable);
          const inherited: Facts = Object.create(facts);
          for (const each of [facts, inherited, ...more]) expect(answer(each)).toEqual(told(decide(compiled, each)));
        },
      ),
      { numRuns: 300 },
    );
  });

  test("refuses what `evaluate` refuses, also of facts that the question does not read, and answers what it answers", async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryQuestion(arbitraryFacts),
        fc.constantFrom<FactValue>("Release", "banana", true, 1e9, -1, 1.5, "2024-02-30", "2030-01-01", Number.NaN),
        async ({ law, enable, compiled, facts }, wrong) => {
          const answer = await written(law, enable);
          for (const name of [...law.vocabulary.keys(), "no.such-fact", "constructor"])
            for (const given of [facts, {}]) {
              const careless = { ...given, [name]: wrong };
              expect(inShort(answer(careless))).toEqual(evaluated(compiled, careless));
            }
        },
      ),
      { numRuns: 200 },
    );
  });

  test("is the same text every time it is written", () => {
    fc.assert(
      fc.property(arbitraryQuestion(arbitraryFacts), ({ law, enable }) => {
        const write = () => [...Result.getOrThrow(writeModules(law, { asOf: SAMPLE_DAY, enable }))];
        expect(write()).toEqual(write());
      }),
      { numRuns: 50 },
    );
  });
});
