import * as Result from "effect/Result";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryFacts } from "../arbitrary/arbitrary-facts.ts";
import { arbitraryQuestion } from "../arbitrary/arbitrary-question.ts";
import { valuesOf } from "../arbitrary/fact-values.ts";
import type { CompiledQuestion } from "../decide/compiled-question.ts";
import { decide } from "../decide/decide.ts";
import { answerNext, beginInterview, type Interview, type InterviewAnswer } from "./interview.ts";
import { nextQuestion } from "./next-question.ts";
import { concludeInterview, replayInterview, Transcript } from "./transcript.ts";

const answerFrom = ({ compiled, next }: Interview, pick: number): InterviewAnswer => {
  const fact = compiled.law.vocabulary.get(next?.fact ?? "");
  const values = fact === undefined ? [] : valuesOf(fact);
  const value = values[pick % (values.length + 2)];
  if (value !== undefined) return { kind: "value", value };
  return { kind: pick % 2 === 0 ? "not-known" : "skipped" };
};

/** Holds an interview to its end, answering as the picks say. */
const hold = (begun: Interview, picks: readonly number[]): Interview => {
  let interview = begun;
  for (const pick of picks) interview = Result.getOrThrow(answerNext(interview, answerFrom(interview, pick)));
  return interview;
};

const asked = (interview: Interview): readonly string[] => interview.steps.map((step) => step.asked.fact);

const answerOf = (compiled: CompiledQuestion, facts: Interview["facts"]): string =>
  Result.match(decide(compiled, facts), { onSuccess: ({ answer }) => answer, onFailure: ({ _tag }) => _tag });

const picks = fc.array(fc.nat({ max: 1000 }), { minLength: 12, maxLength: 12 });

describe("an interview", () => {
  test("ends, puts no question twice, and none that was answered beforehand", () => {
    fc.assert(
      fc.property(arbitraryQuestion(arbitraryFacts), picks, ({ compiled, facts }, choices) => {
        const begun = Result.getOrThrow(beginInterview(compiled, facts));
        const held = hold(begun, choices);
        expect(held.next).toBeNull();
        expect(new Set(asked(held)).size).toBe(held.steps.length);
        expect(asked(held).filter((fact) => facts[fact] !== undefined)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test("ends undetermined only where somebody could not answer", () => {
    fc.assert(
      fc.property(arbitraryQuestion(arbitraryFacts), picks, ({ compiled, facts }, choices) => {
        const held = hold(Result.getOrThrow(beginInterview(compiled, facts)), choices);
        const isOpen = answerOf(compiled, held.facts) === "undetermined";
        const couldAllSay =
          Object.values(facts).every((value) => typeof value !== "object") &&
          held.steps.every(({ answer }) => answer.kind === "value");
        expect(isOpen && couldAllSay).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  test("leaves a record that reproduces it, and that survives being written down", () => {
    fc.assert(
      fc.property(arbitraryQuestion(arbitraryFacts), picks, ({ compiled, facts }, choices) => {
        const held = hold(Result.getOrThrow(beginInterview(compiled, facts)), choices);
        const { transcript } = Result.getOrThrow(concludeInterview(held));
        expect(transcript.answer).toBe(answerOf(compiled, held.facts).replace("RuleConflict", "conflict"));
        const read = Transcript.parse(JSON.parse(JSON.stringify(transcript)));
        expect(Result.getOrThrow(replayInterview(read, compiled)).transcript).toEqual(transcript);
      }),
      { numRuns: 500 },
    );
  });

  test("is not reproduced by another order of questions", () => {
    fc.assert(
      fc.property(arbitraryQuestion(arbitraryFacts), picks, ({ compiled, facts }, choices) => {
        const held = hold(Result.getOrThrow(beginInterview(compiled, facts)), choices);
        const { transcript } = Result.getOrThrow(concludeInterview(held));
        if (transcript.steps.length < 2) return;
        const turned = { ...transcript, steps: transcript.steps.toReversed() };
        expect(Result.isFailure(replayInterview(turned, compiled))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe("nextQuestion", () => {
  test("is the same whatever unit the costs are in", () => {
    fc.assert(
      fc.property(arbitraryQuestion(arbitraryFacts), ({ compiled, facts }) => {
        expect(nextQuestion(compiled, facts, () => 4)).toEqual(nextQuestion(compiled, facts, () => 1));
      }),
      { numRuns: 500 },
    );
  });

  test("puts off a fact that costs far more than every other that could be asked", () => {
    fc.assert(
      fc.property(arbitraryQuestion(arbitraryFacts), ({ compiled, facts }) => {
        const usual = nextQuestion(compiled, facts, () => 1);
        if (usual === null) return;
        const dear = nextQuestion(compiled, facts, ({ name }) => (name === usual.fact ? 1e9 : 1));
        const others = nextQuestion(compiled, { ...facts, [usual.fact]: { uncertain: true } }, () => 1);
        const alternatives = others !== null && others.sensitive === usual.sensitive;
        expect(dear?.fact === usual.fact && alternatives).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
});
