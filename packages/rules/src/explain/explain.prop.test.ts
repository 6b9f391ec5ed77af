import * as Result from "effect/Result";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryCompleteFacts, arbitraryFacts } from "../arbitrary/arbitrary-facts.ts";
import { arbitraryQuestion } from "../arbitrary/arbitrary-question.ts";
import { explain } from "./explain.ts";
import { explainInWords } from "./explain-in-words.ts";
import type { Reason, TestReason } from "./explanation.ts";

const testsIn = (reason: Reason): readonly TestReason[] =>
  reason.kind === "test" ? [reason] : reason.parts.flatMap(testsIn);

describe("explain", () => {
  test("rests each ground on tests that hold and each other grant on tests that fail, when every fact is known", () => {
    fc.assert(
      fc.property(arbitraryQuestion(arbitraryCompleteFacts), ({ compiled, facts }) => {
        const explained = explain(compiled, facts);
        fc.pre(Result.isSuccess(explained));
        const { why, whyNot } = explained.success;
        for (const { because } of why)
          expect(new Set(testsIn(because).map(({ state }) => state))).toEqual(new Set(["holds"]));
        for (const { lacking, outcome } of whyNot) {
          const states = lacking === null ? [] : testsIn(lacking).map(({ state }) => state);
          expect([...new Set(states)]).toEqual(outcome === "overridden" ? [] : ["fails"]);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test("tells every grant once, as a ground or as why not, and finds words for it", () => {
    fc.assert(
      fc.property(arbitraryQuestion(arbitraryFacts), ({ law, compiled, facts }) => {
        const explained = explain(compiled, facts);
        fc.pre(Result.isSuccess(explained));
        const { why, whyNot } = explained.success;
        const grants = compiled.model.rules.filter(({ rule }) => rule.effect === "grant").map(({ rule }) => rule.id);
        expect([...why, ...whyNot].map(({ ground }) => ground.rule).toSorted()).toEqual(grants);
        const lines = explainInWords(explained.success, law);
        expect(lines.filter((line) => /undefined|null|NaN|\[object|: \.|;\s*\./u.test(line))).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });
});
