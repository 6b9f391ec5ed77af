import * as Result from "effect/Result";
import type { CompiledQuestion } from "../decide/compiled-question.ts";
import { itemAt } from "../diagram/item-at.ts";
import type { FactName } from "../vocabulary/fact-definition.ts";
import { DIALECTS, type SqlDialect } from "./dialect.ts";
import { type SqlError, TooLargeForSql, type UnusableSqlName } from "./errors.ts";
import { cellSql, type FactColumn } from "./fact-column.ts";
import { usableNames } from "./names.ts";
import { querySql } from "./query-sql.ts";
import { questionChains } from "./question-chains.ts";
import {
  answerSql,
  groundsOfOutcome,
  ifValid,
  invalidSql,
  missingSql,
  outcomeSql,
  type Writing,
} from "./question-sql.ts";

/** How a question is printed. Names are given as the engine knows them; they are quoted here. */
export type SqlOptions = {
  readonly dialect: SqlDialect;
  /** The column that holds a fact: its type `BOOLEAN`, text, whole number or `DATE`; the fact's own name when not given. */
  readonly columnOf?: (fact: FactName) => string;
  /** The table or view that holds one row of facts per key, or its path (`["justice", "facts"]`); `facts` when not given. */
  readonly table?: string | readonly string[];
  /** The columns that name a row; `id` when not given. */
  readonly key?: readonly string[];
  /** How many nodes the diagrams may take once every test has a branch for its missing fact; 500,000 when not given. */
  readonly maxNodes?: number;
};

/** A question as SQL, with `NULL` as a fact that is not known. */
export type SqlQuestion = {
  readonly dialect: SqlDialect;
  /** Each fact that the rules read, with the column that must hold it. */
  readonly columns: readonly { readonly fact: FactName; readonly column: string }[];
  /** A whole query: the key, then `answer`, `grounds`, `missing` and `invalid`, one row per row of the table. */
  readonly query: string;
  /** The same columns each as one expression over the fact columns, for any `SELECT` or `WHERE`. */
  readonly expressions: SqlExpressions;
};

/** Lists are JSON texts: `["a","b"]`. */
export type SqlExpressions = {
  /** `yes`, `no` or `undetermined` as `decide` answers, `conflict` where it fails with `RuleConflict`, else `invalid`. */
  readonly answer: string;
  /** The ids of the grants that stand in every completion; none beside a conflict, `NULL` when invalid. */
  readonly grounds: string;
  /** The missing facts that can change the answer, in the order of the vocabulary; `NULL` when invalid. */
  readonly missing: string;
  /** The facts whose value is none of their domain, where `decide` fails with `FactProblems`. */
  readonly invalid: string;
};

const DEFAULT_MAX_NODES = 500_000;

/**
 * Prints a compiled question as one query, and as expressions, that answer each row exactly as `decide` does. A fact that is
 * uncertain is `NULL` too.
 * @errors `UnusableSqlName`, `TooLargeForSql`, in that order.
 */
export const questionToSql = (compiled: CompiledQuestion, options: SqlOptions): Result.Result<SqlQuestion, SqlError> =>
  Result.flatMap(namesOf(compiled, options), (names) => {
    const { maxNodes = DEFAULT_MAX_NODES } = options;
    const { question, diagrams } = compiled;
    if (diagrams === null) return Result.fail(new TooLargeForSql({ question, maxNodes: null }));
    const chains = questionChains(compiled, diagrams, maxNodes);
    if (chains === null) return Result.fail(new TooLargeForSql({ question, maxNodes }));
    return Result.succeed(written(options.dialect, names, writingOf(compiled, { names, chains, options })));
  });

type Names = {
  readonly columns: readonly { readonly fact: FactName; readonly column: string }[];
  readonly table: readonly string[];
  readonly key: readonly string[];
};

const namesOf = (
  { space }: CompiledQuestion,
  { columnOf = (fact) => fact, table = "facts", key = ["id"] }: SqlOptions,
): Result.Result<Names, UnusableSqlName> => {
  const columns = space.axes.map(({ definition: { name } }) => ({ fact: name, column: columnOf(name) }));
  const path = typeof table === "string" ? [table] : table;
  const checks = [usableNames([...key, ...OUTPUTS]), usableNames(columns.map(({ column }) => column))];
  const wrong = [...checks, ...path.map((part) => usableNames([part]))].find(Result.isFailure);
  return wrong === undefined ? Result.succeed({ columns, table: path, key }) : Result.fail(wrong.failure);
};

/** What a query gives beside the key. */
const OUTPUTS = ["answer", "grounds", "missing", "invalid"];

type Parts = {
  readonly names: Names;
  readonly chains: Writing["chains"];
  readonly options: SqlOptions;
};

const writingOf = ({ law, space }: CompiledQuestion, { names, chains, options }: Parts): Writing => {
  const dialect = DIALECTS[options.dialect];
  const columns = space.axes.map((axis, level): FactColumn => ({
    axis,
    column: dialect.name(itemAt(names.columns, level).column),
  }));
  const asked = [...law.vocabulary.keys()].flatMap((name) => {
    const level = space.levels.get(name);
    return level !== undefined && chains.matters.has(level) ? [{ name, level }] : [];
  });
  return { chains, columns, asked, dialect, cellOf: (level) => cellSql(itemAt(columns, level), dialect) };
};

const written = (dialect: SqlDialect, { columns, table, key }: Names, writing: Writing): SqlQuestion => {
  const { name } = writing.dialect;
  return {
    dialect,
    columns,
    query: querySql(writing, { table: table.map(name).join("."), key: key.map(name) }),
    expressions: {
      answer: ifValid(writing, answerSql(writing), "'invalid'"),
      grounds: ifValid(writing, groundsOfOutcome(writing, outcomeSql(writing)), "NULL"),
      missing: ifValid(writing, missingSql(writing), "NULL"),
      invalid: invalidSql(writing),
    },
  };
};
