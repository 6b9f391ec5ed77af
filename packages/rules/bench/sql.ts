/** The same rows decided inside each engine by the printed query and in process by `evaluate`. Prints Markdown. */
import * as Result from "effect/Result";
import { evaluate } from "../src/decide/evaluate.ts";
import { questionToSql } from "../src/sql.ts";
import type { Engine } from "../test/sql/engine.ts";
import { startEngines } from "../test/sql/engines.ts";
import { storeFacts } from "../test/sql/store-facts.ts";
import { subjectNamed } from "./subject.ts";

const COUNT = Number(process.argv[2] ?? 100_000);
const subject = subjectNamed("shipped", COUNT);
const { compiled } = subject;
const incomplete = subject.incomplete();

const ANSWERS = ["yes", "no", "undetermined", "conflict"] as const;

const rate = (started: number): string => `${Math.round((COUNT * 1_000) / (performance.now() - started))} rows/s`;

const printRow = (name: string, what: string, speed: string): void => console.log(`| ${name} | ${what} | ${speed} |`);

const byEvaluate = (): string => {
  const started = performance.now();
  const counts = new Map<string, number>();
  for (const facts of incomplete) {
    const answer = Result.match(evaluate(compiled, facts), {
      onSuccess: (leaf): string => leaf.answer,
      onFailure: () => "conflict",
    });
    counts.set(answer, (counts.get(answer) ?? 0) + 1);
  }
  printRow("`evaluate`, one thread", "answer and grounds", rate(started));
  return inOrder(counts);
};

const inOrder = (counts: ReadonlyMap<string, number>): string =>
  ANSWERS.map((answer) => `${answer} ${counts.get(answer) ?? 0}`).join(", ");

const byEngine = async (engine: Engine, expected: string): Promise<void> => {
  await storeFacts(engine, compiled, incomplete);
  const { query, expressions } = Result.getOrThrow(questionToSql(compiled, { dialect: engine.dialect }));
  const whole = `SELECT answer, count(*) AS n, sum(length(grounds) + length(missing)) AS read FROM (${query}) AS q GROUP BY answer`;
  const alone = `SELECT answer, count(*) AS n FROM (SELECT ${expressions.answer} AS answer FROM facts) AS q GROUP BY answer`;
  for (const [what, sql] of [
    ["answer, grounds, missing", whole],
    ["answer alone", alone],
  ] as const) {
    const started = performance.now();
    const rows = await engine.rows(sql);
    const found = inOrder(new Map(rows.map(({ answer, n }) => [String(answer), Number(n)])));
    printRow(engine.name, what, found === expected ? rate(started) : `answers differ: ${found}`);
  }
  await engine.close();
};

console.log(`us-mo notice, ${COUNT} rows, each fact missing in one row out of ten; node ${process.version}\n`);
console.log("| where | what | speed |\n| --- | --- | --- |");
const expected = byEvaluate();
for (const engine of await startEngines()) if (engine.dialect !== "spark") await byEngine(engine, expected);
console.log(`\n${expected}`);
