import * as Result from "effect/Result";
import { itemAt } from "../diagram/item-at.ts";
import { COLUMN_ANSWERS, type ColumnOutcome } from "./column-outcome.ts";
import type { ColumnsPlan } from "./columns-plan.ts";
import type { EncodedColumns } from "./encoded-columns.ts";
import { ColumnsOfAnotherPlan } from "./errors.ts";
import { surveyRows } from "./survey-rows.ts";

/** What each row comes to. */
export type DecidedColumns = {
  /** By row, the place of the answer in `COLUMN_ANSWERS`. */
  readonly answers: Uint8Array;
  /** By row, the place of what it comes to in `outcomes`: the answer with its grounds. */
  readonly leaves: Int32Array;
  readonly outcomes: readonly ColumnOutcome[];
};

/** The arrays of an earlier result that is no longer needed. */
export type ReusedColumns = Pick<DecidedColumns, "answers" | "leaves">;

/**
 * Decides every row of encoded columns. Each row has exactly the answer and the certain grounds that `decide` gives for
 * its facts, whichever of them are missing; where `decide` fails with `RuleConflict` the answer is `conflict`.
 * @param reused - is written over when it has as many rows, which spares the machine new memory on each run.
 * @errors `ColumnsOfAnotherPlan` when the columns were not encoded for this plan.
 */
export const decideColumns = (
  plan: ColumnsPlan,
  columns: EncodedColumns,
  reused?: ReusedColumns,
): Result.Result<DecidedColumns, ColumnsOfAnotherPlan> => {
  if (columns.layout !== plan.layout)
    return Result.fail(new ColumnsOfAnotherPlan({ expected: plan.layout, found: columns.layout }));
  const room = reused !== undefined && isRoomFor(columns.length, reused) ? reused : roomFor(columns.length);
  lookUp(plan, columns, room);
  if (plan.surveys === "no-row") return Result.succeed({ ...room, outcomes: plan.outcomes });
  const outcomes = surveyRows(plan, columns, room.leaves);
  readAnswers(room, outcomes)(0, columns.length);
  return Result.succeed({ ...room, outcomes });
};

const isRoomFor = (length: number, { answers, leaves }: ReusedColumns): boolean =>
  answers.length === length && leaves.length === length;

const roomFor = (length: number): ReusedColumns => ({
  answers: new Uint8Array(length),
  leaves: new Int32Array(length),
});

/** Rows looked up at a time: few enough for their leaves to stay in cache, and enough for each table to be worth fetching. */
const BLOCK = 2 ** 15;

/** Follows the chain of tables with every row. */
const lookUp = (
  { tables, start, outcomes }: ColumnsPlan,
  { words, length }: EncodedColumns,
  room: ReusedColumns,
): void => {
  const link = (table: Int32Array, place: number): Link => ({ leaves: room.leaves, table, word: itemAt(words, place) });
  const [first, ...others] = tables.map(link);
  if (first === undefined) room.leaves.fill(start);
  const passes = [...(first === undefined ? [] : [enter(first)]), ...others.map(follow), readAnswers(room, outcomes)];
  for (let from = 0; from < length; from += BLOCK)
    for (const pass of passes) pass(from, Math.min(from + BLOCK, length));
};

/**
 * One loop over the rows of a block, in which nothing branches on a row. All are called from the one place above, so that
 * V8 compiles each on its own: a loop that is inlined into its caller stays with the middle compiler, at half the speed.
 */
type Pass = (from: number, until: number) => void;

type Link = { readonly leaves: Int32Array; readonly table: Int32Array; readonly word: Uint16Array };

/** The first step along the chain. */
const enter =
  ({ leaves, table, word }: Link): Pass =>
  (from, until) => {
    for (let row = from; row < until; row += 1) leaves[row] = table[word[row] ?? 0] ?? 0;
  };

/** A further step: until the last, what is kept as a row's leaf is its place in the chain. */
const follow =
  ({ leaves, table, word }: Link): Pass =>
  (from, until) => {
    for (let row = from; row < until; row += 1) leaves[row] = table[((leaves[row] ?? 0) + (word[row] ?? 0)) | 0] ?? 0;
  };

const readAnswers = ({ answers, leaves }: ReusedColumns, outcomes: readonly ColumnOutcome[]): Pass => {
  const numbers = Uint8Array.from(outcomes, ({ answer }) => COLUMN_ANSWERS.indexOf(answer));
  return (from, until) => {
    for (let row = from; row < until; row += 1) answers[row] = numbers[leaves[row] ?? 0] ?? 0;
  };
};
