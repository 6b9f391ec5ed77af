import * as Result from "effect/Result";
import { type CompiledQuestion, decide, type Facts } from "../../src/index.ts";
import { questionToSql } from "../../src/sql.ts";
import type { Engine } from "./engine.ts";

/** What a row comes to, as SQL writes it. */
export type SqlRow = {
  readonly answer: unknown;
  readonly grounds: unknown;
  readonly missing: unknown;
  readonly invalid: unknown;
};

/** What SQL must say of each row, from the row decided on its own; every row holds values of its facts' domains. */
export const decidedRows = (compiled: CompiledQuestion, rows: readonly Facts[]): readonly SqlRow[] =>
  rows.map((facts) =>
    Result.match(decide(compiled, facts), {
      onSuccess: ({ answer, grounds, missing }) => ({
        answer,
        grounds: JSON.stringify(grounds.map(({ rule }) => rule)),
        missing: JSON.stringify(missing.map(({ fact }) => fact)),
        invalid: "[]",
      }),
      onFailure: () => ({ answer: "conflict", grounds: "[]", missing: "[]", invalid: "[]" }),
    }),
  );

const rowsOf = async (engine: Engine, query: string): Promise<readonly SqlRow[]> =>
  (await engine.rows(`SELECT * FROM (${query}) AS printed ORDER BY id`)).map(
    ({ answer, grounds, missing, invalid }) => ({ answer, grounds, missing, invalid }),
  );

/** What the printed query says of the table `facts`. */
export const queriedRows = (engine: Engine, compiled: CompiledQuestion): Promise<readonly SqlRow[]> =>
  rowsOf(engine, Result.getOrThrow(questionToSql(compiled, { dialect: engine.dialect })).query);

/** What the printed expressions say of the table `facts`. */
export const expressedRows = (engine: Engine, compiled: CompiledQuestion): Promise<readonly SqlRow[]> => {
  const { expressions } = Result.getOrThrow(questionToSql(compiled, { dialect: engine.dialect }));
  const columns = Object.entries(expressions).map(([name, sql]) => `${sql} AS ${name}`);
  return rowsOf(engine, `SELECT id, ${columns.join(", ")} FROM facts`);
};
