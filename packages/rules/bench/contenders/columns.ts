import * as Result from "effect/Result";
import {
  type ColumnTable,
  type ColumnsPlan,
  columnsFor,
  type DecidedColumns,
  decideColumns,
  encodeColumns,
  encodeRows,
} from "../../src/columns.ts";
import type { EncodedColumns } from "../../src/columns/encoded-columns.ts";
import type { Facts } from "../../src/facts.ts";
import type { Contender } from "../measure.ts";
import type { Subject } from "../subject.ts";
import { columnTable } from "../column-table.ts";
import { outcome } from "./row-by-row.ts";

/** Over columns that were encoded before. */
export const encodedColumns = ({ compiled, inputs }: Subject): Contender => overEncoded(columnsFor(compiled), inputs());

export const encodedIncomplete = ({ compiled, incomplete }: Subject): Contender =>
  overEncoded(columnsFor(compiled), incomplete());

const overEncoded = (plan: ColumnsPlan, rows: readonly Facts[]): Contender => {
  const encoded = Result.getOrThrow(encodeRows(plan, rows));
  return inBulk(plan, rows.length, () => encoded);
};

/** From typed arrays as a store keeps them: whole numbers, and other values by code; encoded on every run. */
export const typedColumns = ({ compiled, inputs }: Subject): Contender => {
  const plan = columnsFor(compiled);
  const rows = inputs();
  const table: ColumnTable = columnTable(compiled.space, rows);
  return inBulk(plan, rows.length, () => Result.getOrThrow(encodeColumns(plan, table)));
};

/** From row objects, encoded on every run. */
export const rowsToColumns = ({ compiled, inputs }: Subject): Contender => {
  const plan = columnsFor(compiled);
  const rows = inputs();
  return inBulk(plan, rows.length, () => Result.getOrThrow(encodeRows(plan, rows)));
};

const inBulk = (plan: ColumnsPlan, rows: number, encode: () => EncodedColumns): Contender => {
  let last: DecidedColumns | undefined;
  const decide = (): DecidedColumns => (last = Result.getOrThrow(decideColumns(plan, encode(), last)));
  return {
    rows,
    run: (rounds) => {
      let sum = 0;
      for (let round = 0; round < rounds; round += 1) {
        const { answers, leaves } = decide();
        sum += (answers[round % rows] ?? 0) + (leaves[round % rows] ?? 0);
      }
      return sum;
    },
    told: () => {
      const { leaves, outcomes } = decide();
      const texts = outcomes.map(({ answer, ids }) => outcome(answer, ids));
      return Array.from(leaves, (leaf) => texts[leaf] ?? "");
    },
  };
};
