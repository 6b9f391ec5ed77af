/** Decides whole columns of facts in one pass. */
export type { Column, ColumnTable, ColumnVector, CellValue, CodedColumn } from "./columns/column.ts";
export { COLUMN_ANSWERS, type ColumnAnswer, type ColumnOutcome } from "./columns/column-outcome.ts";
export { columnsFor, type ColumnsOptions, type ColumnsPlan } from "./columns/columns-plan.ts";
export { decideColumns, type DecidedColumns, type ReusedColumns } from "./columns/decide-columns.ts";
export { encodeColumns, encodeRows } from "./columns/encode-columns.ts";
export type { EncodedColumns } from "./columns/encoded-columns.ts";
export { type ColumnProblem, ColumnProblems, ColumnsOfAnotherPlan } from "./columns/errors.ts";
