import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryFacts } from "../../arbitrary/arbitrary-facts.ts";
import { arbitraryQuestion } from "../../arbitrary/arbitrary-question.ts";
import { assignmentOf } from "../../diagram/fact-space.ts";
import { surveyDiagrams } from "../survey.ts";
import { separateDiagrams } from "./separate-diagrams.ts";
import { surveyBySplitting } from "./survey-plain.ts";
import { surveySeparately } from "./survey-separately.ts";

describe("surveying without the diagram of all rules", () => {
  test("by case splits says what the diagram says", () => {
    fc.assert(
      fc.property(arbitraryQuestion(arbitraryFacts), ({ compiled, facts }) => {
        const assignment = assignmentOf(compiled.space, facts);
        fc.pre(compiled.diagrams !== null);
        expect(surveyBySplitting(compiled, assignment)).toEqual(surveyDiagrams(compiled.diagrams, assignment));
      }),
      { numRuns: 1_000 },
    );
  });

  test("rule by rule says what the diagram says, or that it is too large", () => {
    fc.assert(
      fc.property(
        arbitraryQuestion(arbitraryFacts),
        fc.constantFrom(3, 5, 10, 20, 1_000),
        ({ compiled, facts }, bound) => {
          const assignment = assignmentOf(compiled.space, facts);
          const separate = separateDiagrams(compiled, assignment, bound);
          const survey = separate === null ? null : surveySeparately(compiled.model, separate);
          fc.pre(compiled.diagrams !== null);
          expect(survey ?? "too large").toEqual(
            survey === null && bound < 1_000 ? "too large" : surveyDiagrams(compiled.diagrams, assignment),
          );
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
