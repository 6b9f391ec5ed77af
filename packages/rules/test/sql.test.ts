import { LocalDate } from "@victim-rights/core";
import * as Result from "effect/Result";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sampleLaw } from "../src/arbitrary/sample-law.ts";
import {
  compileQuestion,
  type CompiledQuestion,
  FactDefinition,
  type Facts,
  type Law,
  type QuestionId,
} from "../src/index.ts";
import { questionToSql, type SqlDialect } from "../src/sql.ts";
import { factsNearRules } from "./facts-near-rules.ts";
import { shippedLaws } from "./shipped-laws.ts";
import type { Engine } from "./sql/engine.ts";
import { startEngines } from "./sql/engines.ts";
import { naiveQuery } from "./sql/naive-sql.ts";
import { decidedRows, queriedRows } from "./sql/rows-in-sql.ts";
import { storeFacts } from "./sql/store-facts.ts";

const DAY = LocalDate.parse("2026-11-22");
const asked = { title: "A fact", question: "Is it so?", knownBy: "claimant" } as const;

const VOCABULARY = [
  { ...asked, name: "event.kind", type: "enum", values: ["it's", "back\\slash", "plain"] },
  { ...asked, name: "victim.age", type: "integer", min: 0, max: 130, unit: "year" },
  { ...asked, name: "offense.on", type: "date", from: "1990-01-01", to: "2040-12-31" },
  { ...asked, name: "request.written", type: "boolean" },
].map((fact) => FactDefinition.parse(fact));

const rule = (name: string, conditions: CompiledQuestion["model"]["rules"][number]["rule"]["conditions"]) =>
  ({
    id: `us-xx/notice/${name}`,
    title: name,
    effect: "grant",
    cites: [],
    verified: { status: "read", on: DAY, edition: "2024" },
    inForce: { from: null, until: null },
    conditions,
    event: { type: "notice-owed", params: {} },
  }) as unknown as CompiledQuestion["model"]["rules"][number]["rule"];

const compiled = Result.getOrThrow(
  compileQuestion(
    sampleLaw(VOCABULARY, {
      notice: [
        rule("odd", { all: [{ fact: "event.kind", operator: "in", value: ["it's", "back\\slash"] }] }),
        rule("young", {
          all: [
            { fact: "victim.age", operator: "lessThan", value: 18 },
            { fact: "offense.on", operator: "greaterThan", value: "2020-02-29" },
            { fact: "request.written", operator: "equal", value: true },
          ],
        }),
      ],
    }),
    "notice",
    { asOf: DAY },
  ),
);

const shipped = shippedLaws();

let engines: readonly Engine[] = [];
beforeAll(async () => {
  engines = await startEngines();
}, 60_000);
afterAll(() => Promise.all(engines.map((engine) => engine.close())));

describe("a value outside its fact's domain", () => {
  const WRONG: readonly (readonly [string, Facts[string]])[] = [
    ["event.kind", "PLAIN"],
    ["victim.age", 131],
    ["victim.age", -1],
    ["offense.on", "1989-12-31"],
    ["offense.on", "2041-01-01"],
  ];

  test.each(WRONG)("of %s (%s) makes the row invalid, whatever its other facts, and names it", async (fact, value) => {
    for (const engine of engines) {
      await storeFacts(engine, compiled, [{ "event.kind": "it's", [fact]: value }]);
      expect(await queriedRows(engine, compiled), engine.name).toEqual([
        { answer: "invalid", grounds: null, missing: null, invalid: JSON.stringify([fact]) },
      ]);
    }
  });

  test.each([
    ["request.written", "'true'"],
    ["request.written", "2"],
    ["victim.age", "17.5"],
    ["victim.age", "'young'"],
    ["offense.on", "'2021-02-29'"],
    ["offense.on", "20210228"],
    ["event.kind", "x'6162'"],
  ])("of %s (%s) is invalid in SQLite, whose columns hold any type", async (fact, literal) => {
    const [sqlite] = engines.filter(({ dialect }) => dialect === "sqlite");
    if (sqlite === undefined) throw new Error("no SQLite");
    await storeFacts(sqlite, compiled, [{}]);
    await sqlite.exec(`UPDATE facts SET "${fact}" = ${literal}`);
    expect(await queriedRows(sqlite, compiled)).toMatchObject([{ answer: "invalid", invalid: `["${fact}"]` }]);
  });
});

test("values at every threshold, and texts with quotes and backslashes, are read as `decide` reads them", async () => {
  const ages = [0, 17, 18, 130, undefined];
  const days = ["1990-01-01", "2020-02-29", "2020-03-01", "2040-12-31", undefined];
  const rows = ages.flatMap((age) =>
    days.flatMap((day) =>
      ["it's", "back\\slash", "plain", undefined].map((kind): Facts => ({
        "event.kind": kind,
        "victim.age": age,
        "offense.on": day,
        "request.written": true,
      })),
    ),
  );
  for (const engine of engines) {
    await storeFacts(engine, compiled, rows);
    expect(await queriedRows(engine, compiled), engine.name).toEqual(decidedRows(compiled, rows));
  }
});

test("names that hold quotes, semicolons and spaces are names and nothing else", async () => {
  const odd = (name: string): string => `${name}"; drop facts; --`;
  const quoted = (name: string): string => `"${odd(name).replaceAll('"', '""')}"`;
  for (const engine of engines.filter(({ dialect }) => dialect !== "spark")) {
    const options = { dialect: engine.dialect, columnOf: odd, table: odd("t"), key: [odd("k")] };
    const { query, columns } = Result.getOrThrow(questionToSql(compiled, options));
    await storeFacts(engine, compiled, [{ "event.kind": "it's" }]);
    const renamed = columns.map(({ fact }) => `"${fact}" AS ${quoted(fact)}`).join(", ");
    await engine.exec(`CREATE TABLE ${quoted("t")} AS SELECT id AS ${quoted("k")}, ${renamed} FROM facts`);
    expect(await engine.rows(query), engine.name).toMatchObject([{ [odd("k")]: 0, answer: "yes" }]);
  }
});

const named = (dialect: SqlDialect, options: object) => questionToSql(compiled, { dialect, ...options });

test("a name that cannot be a column, or a question too large, is an error that says so", () => {
  const tags = [
    named("duckdb", { table: "" }),
    named("duckdb", { columnOf: () => "same" }),
    named("sqlite", { key: ["answer"] }),
    named("spark", { key: ["a\0b"] }),
    named("postgresql", { maxNodes: 3 }),
  ].map((result) => (Result.isFailure(result) ? result.failure._tag : null));
  expect(tags).toEqual(["UnusableSqlName", "UnusableSqlName", "UnusableSqlName", "UnusableSqlName", "TooLargeForSql"]);
});

test("a question that was too large to compile says that its own bound was the one, and not that of the SQL", () => {
  const plain = Result.getOrThrow(compileQuestion(compiled.law, "notice", { asOf: DAY, maxNodes: 1 }));
  const printed = questionToSql(plain, { dialect: "sqlite" });
  expect(Result.isFailure(printed) && printed.failure).toMatchObject({
    _tag: "TooLargeForSql",
    maxNodes: null,
    message:
      "`notice` took more nodes than `compileQuestion` was allowed: allow it more, or decide its rows in process",
  });
});

/** Rows of facts near a rule, any of them missing; the same rows every time. */
const sampledRows = (law: Law, question: QuestionId): readonly Facts[] => {
  const near = factsNearRules(law, question).chain((facts) =>
    fc.subarray(Object.keys(facts)).map((kept): Facts => Object.fromEntries(kept.map((name) => [name, facts[name]]))),
  );
  return fc.sample(near, { numRuns: 200, seed: 20_261_122 });
};

test("SQL's own logic never settles a row of shipped law that is open, but leaves some open that are settled", async () => {
  const [engine] = engines.filter(({ dialect }) => dialect === "sqlite");
  if (engine === undefined) throw new Error("no SQLite");
  const differing: string[] = [];
  for (const law of shipped) {
    for (const question of law.questions.keys()) {
      const asked = Result.getOrThrow(compileQuestion(law, question, { asOf: DAY }));
      const rows = sampledRows(law, question);
      await storeFacts(engine, asked, rows);
      const naive = await engine.rows(naiveQuery(asked));
      const exact = decidedRows(asked, rows);
      const found = naive.filter(({ answer }, row) => answer !== exact[row]?.answer);
      differing.push(...found.map(({ answer }) => `${law.id} ${question}: ${String(answer)}`));
    }
  }
  expect(differing.every((text) => text.endsWith(": undetermined"))).toBe(true);
  expect(differing.length).toBeGreaterThan(0);
}, 30_000);

test("SQL's own logic does not know that a fact has one of its values, and the printed answer does", async () => {
  const either = Result.getOrThrow(
    compileQuestion(
      sampleLaw(VOCABULARY, {
        notice: [
          rule("plain", { all: [{ fact: "event.kind", operator: "equal", value: "plain" }] }),
          rule("not-plain", { all: [{ fact: "event.kind", operator: "notEqual", value: "plain" }] }),
        ],
      }),
      "notice",
      { asOf: DAY },
    ),
  );
  for (const engine of engines) {
    await storeFacts(engine, either, [{}]);
    const [naive] = await engine.rows(naiveQuery(either));
    const [printed] = await queriedRows(engine, either);
    expect([naive?.["answer"], printed?.answer], engine.name).toEqual(["undetermined", "yes"]);
  }
});
