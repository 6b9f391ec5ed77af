/**
 * A state's registrations loaded into PostgreSQL, and every one of them decided anew there by the generated SQL: what an
 * agency does when a rule changes. Facts are drawn at random, each missing in one row of ten.
 */
import { LocalDate } from "@victim-rights/core";
import { compileQuestion, type FactDefinition } from "@victim-rights/rules";
import { questionToSql } from "@victim-rights/rules/sql";
import * as Result from "effect/Result";
import { type Kysely, sql } from "kysely";
import type { Database } from "../src/database/database.ts";
import { benchDatabase, counted, say, timed } from "./bench-database.ts";
import { lawOf } from "./sample-day.ts";

const ROWS = Number(process.argv[2] ?? 1_000_000);
const AT_ONCE = 5_000;

const compiled = Result.getOrThrow(compileQuestion(lawOf("us-mo"), "notice", { asOf: LocalDate.parse("2026-11-22") }));
const { query, expressions } = Result.getOrThrow(questionToSql(compiled, { dialect: "postgresql" }));
const facts = compiled.space.axes.map(({ definition }) => definition);

const TYPES = { boolean: "boolean", enum: "text", integer: "integer", date: "date" } as const;

let state = 20_261_129;
/** A number from 0 below `count`: the same numbers in every run. */
const draw = (count: number): number => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((state / 2 ** 32) * count);
};

const valueOf = (fact: FactDefinition): unknown => {
  if (draw(10) === 0) return null;
  if (fact.type === "boolean") return draw(2) === 1;
  if (fact.type === "enum") return fact.values[draw(fact.values.length)];
  return fact.type === "integer" ? draw(100) : `20${10 + draw(16)}-0${1 + draw(9)}-1${draw(9)}`;
};

const load = async (db: Kysely<Database>): Promise<void> => {
  const columns = facts.map(({ name, type }) => `"${name}" ${TYPES[type]}`);
  await sql`create table facts (${sql.raw(["id integer primary key", ...columns].join(", "))})`.execute(db);
  for (let from = 0; from < ROWS; from += AT_ONCE) {
    const count = Math.min(AT_ONCE, ROWS - from);
    const arrays = facts.map(
      (fact) => sql`${Array.from({ length: count }, () => valueOf(fact))}::${sql.raw(TYPES[fact.type])}[]`,
    );
    const ids = sql`${Array.from({ length: count }, (_, at) => from + at)}::integer[]`;
    await sql`insert into facts select * from unnest(${sql.join([ids, ...arrays])})`.execute(db);
  }
  await sql`analyze facts`.execute(db);
};

const { db, close } = await benchDatabase();
const [, loading] = await timed(() => load(db));
say(`load ${counted(ROWS)} registrations of ${facts.length} facts`, `${loading.toFixed(1)} s`);
/** Compiling expressions of this length to machine code takes longer than reading the table. */
const decide = async (what: string, selected: string): Promise<number> => {
  const [, seconds] = await timed(() =>
    db.transaction().execute(async (transaction) => {
      await sql`set local jit = off`.execute(transaction);
      await sql`create table ${sql.raw(what)} as ${sql.raw(selected)}`.execute(transaction);
    }),
  );
  return seconds;
};
const answers = await decide("decided_answer", `select id, ${expressions.answer} as answer from facts`);
say("decide each anew: the answer", `${answers.toFixed(1)} s`);
const whole = await decide("decided_whole", query);
say("decide each anew: answer, grounds, missing facts", `${whole.toFixed(1)} s`);
say("load and answer (target: under 60 s)", `${(loading + answers).toFixed(1)} s`);
const { rows } = await sql<{ readonly answer: string; readonly count: number }>`
  select answer, count(*) as count from decided_answer group by answer order by answer`.execute(db);
for (const { answer, count } of rows) say(`  ${answer}`, counted(Number(count)));
await close();
