import { Bool, DateDay, Dictionary, Int32, type Vector, vectorFromArray, Utf8 } from "apache-arrow";
import * as Result from "effect/Result";
import { describe, expect, test } from "vitest";
import { SAMPLE_QUESTION } from "../arbitrary/arbitrary-law.ts";
import { SAMPLE_DAY, sampleRule } from "../arbitrary/arbitrary-rules.ts";
import { SMALL_FACTS } from "../arbitrary/arbitrary-vocabulary.ts";
import { sampleLaw } from "../arbitrary/sample-law.ts";
import { compileQuestion } from "../decide/compile-question.ts";
import { rowAnswers } from "../reference/rows-one-by-one.ts";
import type { Column } from "./column.ts";
import { columnsFor } from "./columns-plan.ts";
import { decideColumns, type ReusedColumns } from "./decide-columns.ts";
import { encodeColumns, encodeRows } from "./encode-columns.ts";

const all = [
  { fact: "event.kind", operator: "equal", value: "release" },
  { fact: "person.age", operator: "lessThan", value: 4 },
  { fact: "person.written", operator: "equal", value: true },
  { fact: "crime.day", operator: "lessThan", value: "2024-03-01" },
] as const;
const law = sampleLaw(SMALL_FACTS, { [SAMPLE_QUESTION]: [sampleRule("xx-yy/notice/young", { all: [...all] })] });
const plan = columnsFor(Result.getOrThrow(compileQuestion(law, SAMPLE_QUESTION, { asOf: SAMPLE_DAY })));

const answersOf = (length: number, columns: Readonly<Record<string, Column>>): readonly string[] => {
  const encoded = Result.getOrThrow(encodeColumns(plan, { length, columns }));
  return rowAnswers(Result.getOrThrow(decideColumns(plan, encoded))).map(({ answer }) => answer);
};

const problemsOf = (length: number, columns: Readonly<Record<string, Column>>): string =>
  Result.match(encodeColumns(plan, { length, columns }), {
    onSuccess: () => "encoded",
    onFailure: (problems) => problems.message,
  });

const KINDS = ["release", null, "escape", "release"];
const rest = {
  "person.written": [true, true, null, true],
  "crime.day": ["2024-02-28", "2024-02-28", null, "2024-03-01"],
};

describe("encodeColumns", () => {
  test("reads arrays, with null where a fact is not known", () => {
    expect(answersOf(4, { "event.kind": KINDS, "person.age": [3, 3, 3, 3], ...rest })).toEqual([
      "yes",
      "undetermined",
      "no",
      "no",
    ]);
  });

  test("takes a fact without a column as known in no row", () => {
    expect(answersOf(4, { "event.kind": KINDS, ...rest })).toEqual(["undetermined", "undetermined", "no", "no"]);
  });

  test("reads typed arrays of whole numbers and values by code", () => {
    const columns = {
      ...rest,
      "event.kind": { codes: Uint8Array.of(1, 0, 2, 1), values: [null, "release", "escape"] },
      "person.age": Int16Array.of(3, 4, 3, 3),
    };
    expect(answersOf(4, columns)).toEqual(["yes", "no", "no", "no"]);
  });

  test("reads Apache Arrow vectors, dictionaries in several stretches and slices of them", () => {
    const kinds: Vector = vectorFromArray([...KINDS], new Dictionary(new Utf8(), new Int32()));
    const twice = kinds.concat(kinds);
    const columns = {
      "event.kind": twice.slice(2, 8),
      "person.age": vectorFromArray([3, 3, 3, 3, 3, null], new Int32()),
      "person.written": vectorFromArray([true, true, true, true, null, true], new Bool()),
      "crime.day": vectorFromArray(Array.from({ length: 6 }, () => "2024-02-28")),
    };
    expect(answersOf(6, columns)).toEqual(["no", "yes", "yes", "undetermined", "no", "undetermined"]);
  });

  test("names every value that its fact cannot have by row, and never shows it", () => {
    const message = problemsOf(3, {
      "event.kind": ["release", "secret", "escape"],
      "person.age": Float64Array.of(3, Number.NaN, 99),
      "person.written": [1, true, "yes"],
    });
    expect(message).toContain("row 1 of `event.kind` is no value of that fact");
    expect(message).toContain("and 2 more");
    expect(message).not.toContain("secret");
  });

  test("refuses numbers for days, and codes without a value", () => {
    const days = { "crime.day": vectorFromArray([0, 1], new DateDay()) };
    expect(problemsOf(2, days)).toContain("row 0 of `crime.day`");
    expect(problemsOf(2, { "event.kind": { codes: [0, 1], values: ["release"] } })).toBe(
      "row 1 of `event.kind` is no value of that fact: give a value of its domain, or null when it is not known",
    );
  });

  test("refuses columns that the vocabulary does not name and columns of another length", () => {
    expect(problemsOf(2, { "event.kid": KINDS, "person.age": [1] })).toBe(
      "no fact `event.kid`: name columns as the vocabulary names facts; " +
        "the column of `person.age` has another number of rows: give one value per row",
    );
  });
});

describe("encodeRows", () => {
  test("refuses a fact that the vocabulary does not have, in the row that has it", () => {
    const encoded = encodeRows(plan, [
      { "event.kind": "release" },
      { "event.kid": "release", "person.age": undefined },
    ]);
    expect(Result.isFailure(encoded) && encoded.failure.problems).toEqual([
      { code: "unknown-fact", fact: "event.kid", row: 1 },
    ]);
  });
});

describe("decideColumns", () => {
  test("refuses columns that were encoded for other rules", () => {
    const other = sampleLaw(SMALL_FACTS, {
      [SAMPLE_QUESTION]: [sampleRule("xx-yy/notice/young", { all: all.slice(0, 2) })],
    });
    const otherPlan = columnsFor(Result.getOrThrow(compileQuestion(other, SAMPLE_QUESTION, { asOf: SAMPLE_DAY })));
    const decided = decideColumns(otherPlan, Result.getOrThrow(encodeRows(plan, [{}])));
    expect(Result.isFailure(decided) && decided.failure.message).toContain("encode them again with this plan");
  });

  test("writes over an earlier result of as many rows, and over no other", () => {
    const decide = (rows: number, earlier?: ReusedColumns) =>
      Result.getOrThrow(
        decideColumns(plan, Result.getOrThrow(encodeColumns(plan, { length: rows, columns: {} })), earlier),
      );
    const earlier = decide(2);
    expect(decide(2, earlier).leaves).toBe(earlier.leaves);
    const short = decide(2, { ...earlier, leaves: new Int32Array(1) });
    expect([short.leaves.length, rowAnswers(short).length]).toEqual([2, 2]);
  });

  test("decides no rows at all", () => {
    expect(answersOf(0, {})).toEqual([]);
  });
});
