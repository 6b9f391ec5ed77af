import * as Result from "effect/Result";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryFacts } from "../arbitrary/arbitrary-facts.ts";
import { SAMPLE_QUESTION } from "../arbitrary/arbitrary-law.ts";
import { arbitraryQuestion } from "../arbitrary/arbitrary-question.ts";
import { SAMPLE_DAY } from "../arbitrary/arbitrary-rules.ts";
import { assignmentOf } from "../diagram/fact-space.ts";
import { createManager } from "../diagram/manager.ts";
import { type Assignment, restrict } from "../diagram/restrict.ts";
import { reachableValues, support } from "../diagram/walk.ts";
import type { Facts } from "../facts.ts";
import { compileQuestion } from "./compile-question.ts";
import { decide } from "./decide.ts";
import type { QuestionDiagrams } from "./question-diagrams.ts";
import { diagramReader } from "./reduced-diagram.ts";

/** The slow twin: a new diagram of what is left, for every reading. */
const slowly = ({ table, holding, grounds, answer }: QuestionDiagrams, cells: Assignment) =>
  [holding, grounds, answer].map((root) => {
    const rest = createManager(Number.MAX_SAFE_INTEGER);
    return {
      values: reachableValues(table, root, cells),
      levels: support(rest, restrict(table, cells, rest)(root)),
    };
  });

/** Which of somebody's facts are known of several others, by bits. */
const masks = fc.array(fc.nat(0xffff), { minLength: 1, maxLength: 6 });

/** The same person, of whom less is known. */
const without = (facts: Facts, mask: number): Facts =>
  Object.fromEntries(Object.entries(facts).filter((_, place) => ((mask >> (place % 16)) & 1) === 1));

describe("reading diagrams with facts missing", () => {
  test("says of one after another what a diagram made anew says, also when marks begin again", () => {
    fc.assert(
      fc.property(
        arbitraryQuestion(arbitraryFacts),
        masks,
        fc.constantFrom(1, 5, 30, undefined),
        ({ compiled, facts }, known, lastMark) => {
          const { diagrams, space } = compiled;
          fc.pre(diagrams !== null);
          const read = diagramReader(diagrams.table, [diagrams.holding, diagrams.grounds, diagrams.answer], lastMark);
          for (const mask of known) {
            const cells = assignmentOf(space, without(facts, mask));
            const left = read(cells);
            const told = [0, 1, 2].map((root) => ({ values: left.valuesFrom(root), levels: left.levelsFrom(root) }));
            expect(told).toEqual(slowly(diagrams, cells));
          }
        },
      ),
      { numRuns: 600 },
    );
  });
});

describe("a question that others were asked before", () => {
  test("is decided as one that nobody was", () => {
    fc.assert(
      fc.property(arbitraryQuestion(arbitraryFacts), masks, ({ law, enable, compiled, facts }, known) => {
        for (const each of known.map((mask) => without(facts, mask))) {
          const fresh = Result.getOrThrow(compileQuestion(law, SAMPLE_QUESTION, { asOf: SAMPLE_DAY, enable }));
          expect(JSON.stringify(decide(compiled, each))).toEqual(JSON.stringify(decide(fresh, each)));
        }
      }),
      { numRuns: 150 },
    );
  });
});
