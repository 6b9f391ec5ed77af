import { LocalDate } from "@victim-rights/core";
import * as Result from "effect/Result";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { columnsFor, decideColumns, encodeRows } from "../src/columns.ts";
import { compileQuestion, type Facts, type Law, type QuestionId } from "../src/index.ts";
import { decideOneByOne, rowAnswers } from "../src/reference/rows-one-by-one.ts";
import { factsNearRules } from "./facts-near-rules.ts";
import { shippedLaws } from "./shipped-laws.ts";

const shipped = shippedLaws();

/** Facts near a rule, each of them missing in one row out of five. */
const incompleteFacts = (law: Law, question: QuestionId): fc.Arbitrary<Facts> =>
  factsNearRules(law, question).chain((facts) =>
    fc
      .tuple(...Object.keys(facts).map(() => fc.nat({ max: 4 })))
      .map((draws) => Object.fromEntries(Object.entries(facts).filter((_, place) => draws[place] !== 0))),
  );

describe.each(shipped.map((law) => [law.id, law] as const))("the rule files of %s by column", (_id, law) => {
  test.each([...law.questions.keys()])("%s gives what `decide` gives, whatever is missing", (question) => {
    const compiled = Result.getOrThrow(compileQuestion(law, question, { asOf: LocalDate.parse("2026-11-22") }));
    const plan = columnsFor(compiled);
    expect(plan.surveys).toBe("no-row");
    fc.assert(
      fc.property(fc.array(incompleteFacts(law, question), { minLength: 1, maxLength: 8 }), (rows) => {
        const decided = decideColumns(plan, Result.getOrThrow(encodeRows(plan, rows)));
        expect(rowAnswers(Result.getOrThrow(decided))).toEqual(decideOneByOne(compiled, rows));
      }),
      { numRuns: 40 },
    );
  });
});
