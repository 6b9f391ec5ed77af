/** One problem of one row: where it is, what is wrong and what to write instead. Never a value from the row, unless it is a code from a closed code column. */
export type Reject = {
  readonly file: string;
  /** The line in the file, counting from 1; 0 speaks of the whole file. */
  readonly row: number;
  /** The column's name; `null` speaks of the whole row. */
  readonly column: string | null;
  readonly problem: string;
  readonly howToFix: string;
};

/** A problem before it is known which row it is in. */
export type CellProblem = { readonly column: string | null; readonly problem: string; readonly howToFix: string };

/** Reads the problem as one line of text. */
export const formatReject = (reject: Reject): string => {
  const column = reject.column === null ? "" : `, column ${reject.column}`;
  return `${reject.file} row ${reject.row}${column}: ${reject.problem}; ${reject.howToFix}`;
};
