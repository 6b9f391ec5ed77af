import * as Result from "effect/Result";
import { describe, expect, test } from "vitest";
import { SAMPLE_DAY, sampleRule } from "../arbitrary/arbitrary-rules.ts";
import { SMALL_FACTS } from "../arbitrary/arbitrary-vocabulary.ts";
import { sampleLaw, type SampleRules } from "../arbitrary/sample-law.ts";
import { compileQuestion } from "../decide/compile-question.ts";
import type { Leaf } from "../file/condition.ts";
import { answerNext, beginInterview, type Interview } from "./interview.ts";
import { concludeInterview, replayInterview, Transcript } from "./transcript.ts";

const compile = (rules: SampleRules) =>
  Result.getOrThrow(compileQuestion(sampleLaw(SMALL_FACTS, rules), "notice", { asOf: SAMPLE_DAY }));

const yes = (fact: string): { readonly all: Leaf[] } => ({ all: [{ fact, operator: "equal", value: true }] });
const WRITTEN = sampleRule("xx-yy/notice/written", yes("person.written"));
const ADULT = sampleRule("xx-yy/notice/adult", yes("person.adult"), { effect: "deny" });
const CLASHING = compile({ notice: [WRITTEN, ADULT] });

/** Answers every question with yes. */
const agree = (begun: Interview): Interview => {
  let interview = begun;
  while (interview.next !== null) interview = Result.getOrThrow(answerNext(interview, { kind: "value", value: true }));
  return interview;
};

const ended = () => Result.getOrThrow(concludeInterview(agree(Result.getOrThrow(beginInterview(CLASHING)))));

describe("an interview that ends in rules that contradict each other", () => {
  test("leaves its record, with the digest of what was found out", () => {
    const { transcript, outcome } = ended();
    expect(Result.isFailure(outcome) && outcome.failure._tag).toBe("RuleConflict");
    expect(transcript).toMatchObject({
      steps: [{ fact: "person.written" }, { fact: "person.adult" }],
      ended: "contradiction",
      answer: "conflict",
      factsDigest: expect.stringMatching(/^[0-9a-f]{64}$/u),
    });
  });

  test("is reproduced from its record", () => {
    const { transcript } = ended();
    const read = Transcript.parse(JSON.parse(JSON.stringify(transcript)));
    expect(Result.getOrThrow(replayInterview(read, CLASHING)).transcript).toEqual(transcript);
  });

  test("is not reproduced by rules that were corrected since", () => {
    const { transcript } = ended();
    const corrected = compile({ notice: [WRITTEN, { ...ADULT, overrides: [WRITTEN.id] }] });
    const again = replayInterview(transcript, corrected);
    expect(Result.isFailure(again) && again.failure._tag).toBe("TranscriptDiffers");
  });
});
