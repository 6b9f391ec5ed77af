import { cellSql } from "./fact-column.ts";
import {
  answerOfOutcome,
  groundsOfOutcome,
  ifValid,
  invalidSql,
  missingSql,
  outcomeSql,
  type Writing,
} from "./question-sql.ts";

/** Where a query's rows come from: a table and its key, their names quoted. */
export type Source = { readonly table: string; readonly key: readonly string[] };

/**
 * A query in three steps, each read from the one before: the cell of each fact, the outcome, the columns asked for. Every
 * cell is found once and named by its level.
 */
export const querySql = (writing: Writing, { table, key }: Source): string => {
  const { columns, dialect } = writing;
  const named: Writing = { ...writing, cellOf: (level) => `c${level}` };
  const keys = key.map((_, place) => `k${place}`);
  const cells = columns.map((column, level) => `${cellSql(column, dialect)} AS c${level}`);
  const firstStep = select(
    [...key.map((name, place) => `${name} AS k${place}`), ...cells, `${anyInvalid(writing)} AS invalid`],
    `${table}${dialect.fence}`,
  );
  const secondStep = select(
    [...keys, ...columns.map((_, level) => `c${level}`), `${outcomeSql(named)} AS outcome`, "invalid"],
    `(\n${firstStep}\n) AS cells${dialect.fence}`,
  );
  const outputs = [...key.map((name, place) => `k${place} AS ${name}`), ...outputsOf(named)];
  return `${select(outputs, `(\n${secondStep}\n) AS found`)}${dialect.fence}`;
};

const select = (columns: readonly string[], from: string): string => `SELECT ${columns.join(",\n")}\nFROM ${from}`;

/** The list of invalid facts is put together only for rows that have one. */
const anyInvalid = (writing: Writing): string => ifValid(writing, "'[]'", invalidSql(writing));

const outputsOf = (writing: Writing): readonly string[] => {
  const answer = answerOfOutcome(writing, "outcome");
  const missing = `CASE WHEN ${answer} <> 'undetermined' THEN '[]' ELSE ${missingSql(writing)} END`;
  return [
    `${whereValid(answer, "'invalid'")} AS answer`,
    `${whereValid(groundsOfOutcome(writing, "outcome"), "NULL")} AS grounds`,
    `${whereValid(missing, "NULL")} AS missing`,
    "invalid",
  ];
};

const whereValid = (value: string, otherwise: string): string =>
  `CASE WHEN invalid = '[]' THEN ${value} ELSE ${otherwise} END`;
