import type { FactValue, Uncertain } from "../facts.ts";
import type { FactName } from "../vocabulary/fact-definition.ts";

/** A fact's value in one row; `null`, `undefined` and an uncertain value are facts that are not known. */
export type CellValue = FactValue | Uncertain | null | undefined;

/** Values by number: row `r` has the value `values[codes[r]]`. An entry of `values` may be `null`, for facts not known. */
export type CodedColumn = { readonly codes: ArrayLike<number>; readonly values: readonly CellValue[] };

/** A vector as Apache Arrow has them: `get(row)` is the value, or `null`. */
export type ColumnVector = {
  readonly length: number;
  /** The value of a row, counted from 0. */
  readonly get: (row: number) => unknown;
};

/** Whole numbers, of a fact that is a whole number; they cannot say that a fact is not known. */
type Numbers =
  | Int8Array
  | Uint8Array
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | Float32Array
  | Float64Array;

/**
 * One fact's values, one per row: an array of values, a typed array of whole numbers, values by code, or a vector. A
 * boolean is `true` or `false` and a day is `YYYY-MM-DD`, never a number; code them to have them as numbers.
 */
export type Column = readonly unknown[] | Numbers | CodedColumn | ColumnVector;

/** Facts by column. A fact without a column is known in no row. */
export type ColumnTable = { readonly length: number; readonly columns: Readonly<Record<FactName, Column>> };

export const isCoded = (column: Column): column is CodedColumn => "codes" in column;

export const isVector = (column: Column): column is ColumnVector => "get" in column && typeof column.get === "function";

export const isNumbers = (column: readonly unknown[] | Numbers): column is Numbers => ArrayBuffer.isView(column);

/** How many rows a column has. */
export const lengthOf = (column: Column): number => (isCoded(column) ? column.codes.length : column.length);
