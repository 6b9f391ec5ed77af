import type { CellProblem } from "./reject.ts";

/** One record of a file as text cells, whatever the file's format. */
export type FeedRecord = {
  /** The line it starts on, counting from 1. */
  readonly row: number;
  /** A cell's text without surrounding blanks; blank when the column is empty or the record has none. */
  readonly cell: (column: string) => string;
  /** The parsed object, for a file that is already in the library's own shape. */
  readonly value?: unknown;
};

/** A record, or what stopped it from being one. */
export type RecordOutcome =
  | { readonly ok: true; readonly record: FeedRecord }
  | { readonly ok: false; readonly row: number; readonly problem: CellProblem };
