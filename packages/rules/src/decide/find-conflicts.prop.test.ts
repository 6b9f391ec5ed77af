import * as Result from "effect/Result";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SAMPLE_QUESTION } from "../arbitrary/arbitrary-law.ts";
import { arbitraryQuestion } from "../arbitrary/arbitrary-question.ts";
import { SAMPLE_DAY } from "../arbitrary/arbitrary-rules.ts";
import { completionsOf } from "../reference/completions.ts";
import { obviousDetermination } from "../reference/reference-determination.ts";
import { compileQuestion } from "./compile-question.ts";
import { decide } from "./decide.ts";
import type { RuleConflict } from "./errors.ts";
import { findConflicts } from "./find-conflicts.ts";

const noFacts = () => fc.constant({});

describe("findConflicts", () => {
  test("finds exactly the pairs that some facts bring into conflict", () => {
    fc.assert(
      fc.property(arbitraryQuestion(noFacts, { min: 1, max: 4 }), ({ law, enable, compiled }) => {
        const asked = { question: SAMPLE_QUESTION, asOf: SAMPLE_DAY, enable };
        const reached = completionsOf(law.vocabulary, {}).flatMap(
          (facts) => obviousDetermination(law, asked, facts).clashes,
        );
        const found = findConflicts(compiled).map(({ denial, grant }) => `${denial.rule} ${grant.rule}`);
        expect(new Set(found)).toEqual(new Set(reached));
      }),
      { numRuns: 500 },
    );
  });

  test("gives facts for which the two rules do contradict each other, by diagram and plainly", () => {
    fc.assert(
      fc.property(arbitraryQuestion(noFacts), fc.boolean(), ({ law, enable }, plainly) => {
        const options = { asOf: SAMPLE_DAY, enable, ...(plainly ? { maxNodes: 0 } : {}) };
        const compiled = Result.getOrThrow(compileQuestion(law, SAMPLE_QUESTION, options));
        for (const { denial, grant, facts } of findConflicts(compiled)) {
          const conflict = conflictOf(decide(compiled, facts));
          expect(conflict).not.toBeNull();
          expect(conflict?.question === SAMPLE_QUESTION ? conflict.clashes : [{ denial, grant }]).toContainEqual({
            denial,
            grant,
          });
        }
      }),
      { numRuns: 500 },
    );
  });

  test("finds the same pairs by diagram and plainly", () => {
    fc.assert(
      fc.property(arbitraryQuestion(noFacts), ({ law, enable }) => {
        const [byDiagram, plainly] = [{}, { maxNodes: 0 }].map((more) =>
          findConflicts(
            Result.getOrThrow(compileQuestion(law, SAMPLE_QUESTION, { asOf: SAMPLE_DAY, enable, ...more })),
          ).map(({ denial, grant }) => [denial.rule, grant.rule]),
        );
        expect(plainly).toEqual(byDiagram);
      }),
      { numRuns: 500 },
    );
  });
});

const conflictOf = (decided: ReturnType<typeof decide>): RuleConflict | null =>
  Result.isFailure(decided) && decided.failure._tag === "RuleConflict" ? decided.failure : null;
