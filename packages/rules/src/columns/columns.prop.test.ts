import * as Result from "effect/Result";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryFacts } from "../arbitrary/arbitrary-facts.ts";
import { SAMPLE_QUESTION } from "../arbitrary/arbitrary-law.ts";
import { arbitraryQuestion } from "../arbitrary/arbitrary-question.ts";
import { SAMPLE_DAY } from "../arbitrary/arbitrary-rules.ts";
import { inEveryShape } from "../arbitrary/column-shapes.ts";
import { compileQuestion } from "../decide/compile-question.ts";
import type { CompiledQuestion } from "../decide/compiled-question.ts";
import type { Facts } from "../facts.ts";
import { decideOneByOne, type RowAnswer, rowAnswers } from "../reference/rows-one-by-one.ts";
import { columnsFor, type ColumnsPlan } from "./columns-plan.ts";
import { decideColumns } from "./decide-columns.ts";
import { encodeColumns, encodeRows } from "./encode-columns.ts";

/** A generated question with a dozen rows of facts, some of them not known. */
const askedRows = arbitraryQuestion(arbitraryFacts).chain((question) =>
  fc.record({
    question: fc.constant(question),
    rows: fc.array(arbitraryFacts(question.law.vocabulary), { minLength: 1, maxLength: 12 }),
  }),
);

const answersByColumn = (plan: ColumnsPlan, rows: readonly Facts[]): readonly RowAnswer[] =>
  rowAnswers(Result.getOrThrow(decideColumns(plan, Result.getOrThrow(encodeRows(plan, rows)))));

describe("decideColumns", () => {
  test("gives every row the answer and the certain grounds that `decide` gives, whatever is missing", () => {
    fc.assert(
      fc.property(askedRows, ({ question: { compiled }, rows }) => {
        const plan = columnsFor(compiled);
        expect(plan.surveys).toBe("no-row");
        expect(answersByColumn(plan, rows)).toEqual(decideOneByOne(compiled, rows));
      }),
      { numRuns: 700 },
    );
  });

  test("gives the same wherever the bound on nodes falls", () => {
    fc.assert(
      fc.property(askedRows, fc.nat({ max: 40 }), ({ question: { compiled }, rows }, maxNodes) => {
        expect(answersByColumn(columnsFor(compiled, { maxNodes }), rows)).toEqual(decideOneByOne(compiled, rows));
      }),
      { numRuns: 500 },
    );
  });

  test("gives the same for rules that are too many for any diagram", () => {
    const plainly = ({ law, enable }: { law: CompiledQuestion["law"]; enable: readonly string[] }): CompiledQuestion =>
      Result.getOrThrow(compileQuestion(law, SAMPLE_QUESTION, { asOf: SAMPLE_DAY, enable, maxNodes: 0 }));
    fc.assert(
      fc.property(askedRows, ({ question, rows }) => {
        const plan = columnsFor(plainly(question));
        expect(plan.surveys).toBe("every-row");
        expect(answersByColumn(plan, rows)).toEqual(decideOneByOne(question.compiled, rows));
      }),
      { numRuns: 500 },
    );
  });
});

describe("encodeColumns", () => {
  test("packs columns of every shape as it packs the rows they were taken from", () => {
    fc.assert(
      fc.property(askedRows, ({ question: { compiled, law }, rows }) => {
        const plan = columnsFor(compiled);
        const expected = Result.getOrThrow(encodeRows(plan, rows));
        for (const columns of inEveryShape([...law.vocabulary.values()], rows))
          expect(Result.getOrThrow(encodeColumns(plan, { length: rows.length, columns }))).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  test("names the row and the fact of every value that `decide` would refuse, and of no other", () => {
    const careless = askedRows.chain((asked) =>
      fc.record({
        asked: fc.constant(asked),
        wrong: fc.array(
          fc.dictionary(fc.constantFrom(...asked.question.law.vocabulary.keys()), WRONG_VALUES, { maxKeys: 2 }),
          { minLength: asked.rows.length, maxLength: asked.rows.length },
        ),
      }),
    );
    fc.assert(
      fc.property(careless, ({ asked: { question, rows }, wrong }) => {
        const plan = columnsFor(question.compiled);
        const given = rows.map((facts, row): Facts => ({ ...facts, ...wrong[row] }));
        const read = new Set(plan.words.flatMap(({ facts }) => facts.map(({ level }) => level)));
        const names = question.compiled.space.axes
          .filter((_, level) => read.has(level))
          .map((axis) => axis.definition.name);
        const refused = given.flatMap((facts, row) =>
          names
            .filter((fact) => Result.isFailure(question.compiled.check({ [fact]: facts[fact] })))
            .map((fact) => `${row} ${fact}`),
        );
        const encodings = [
          encodeRows(plan, given),
          ...inEveryShape([...question.law.vocabulary.values()], given).map((columns) =>
            encodeColumns(plan, { length: given.length, columns }),
          ),
        ];
        for (const encoded of encodings) {
          const found = Result.isFailure(encoded) ? encoded.failure.problems : [];
          expect(found.map(({ row, fact }) => `${row} ${fact}`).toSorted()).toEqual(refused.toSorted());
        }
      }),
      { numRuns: 500 },
    );
  });
});

const WRONG_VALUES = fc.oneof(
  fc.integer(),
  fc.string(),
  fc.boolean(),
  fc.double(),
  fc.constantFrom("2024-02-30", "2024-02-29", "Release", "release", {}, Symbol.iterator),
) as fc.Arbitrary<string>;
