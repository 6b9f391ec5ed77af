import * as Result from "effect/Result";
import { COLUMN_ANSWERS, type ColumnAnswer } from "../columns/column-outcome.ts";
import type { DecidedColumns } from "../columns/decide-columns.ts";
import type { CompiledQuestion } from "../decide/compiled-question.ts";
import { decide } from "../decide/decide.ts";
import { itemAt } from "../diagram/item-at.ts";
import type { Facts } from "../facts.ts";
import type { RuleId } from "../file/rule-file.ts";

/** What a row comes to, in words. */
export type RowAnswer = { readonly answer: ColumnAnswer; readonly ids: readonly RuleId[] };

/** What columns must say of rows, from each row decided on its own. */
export const decideOneByOne = (compiled: CompiledQuestion, rows: readonly Facts[]): readonly RowAnswer[] =>
  rows.map((facts) =>
    Result.match(decide(compiled, facts), {
      onSuccess: ({ answer, grounds }): RowAnswer => ({ answer, ids: grounds.map(({ rule }) => rule) }),
      onFailure: () => ({ answer: "conflict", ids: [] }),
    }),
  );

/** What columns say of each row; its answer and its leaf must not differ. */
export const rowAnswers = ({ answers, leaves, outcomes }: DecidedColumns): readonly RowAnswer[] =>
  [...leaves].map((leaf, row) => {
    const { answer, ids } = itemAt(outcomes, leaf);
    return { answer: COLUMN_ANSWERS[answers[row] ?? -1] === answer ? answer : "conflict", ids };
  });
