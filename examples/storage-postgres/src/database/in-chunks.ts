/** So many rows of a few columns stay below the 65,535 values that one statement may carry. */
const ROWS = 1_000;

/** Rows in parts that one statement can carry; none for no rows. */
export const inChunks = <Row>(rows: readonly Row[]): readonly (readonly Row[])[] =>
  Array.from({ length: Math.ceil(rows.length / ROWS) }, (_, at) => rows.slice(at * ROWS, (at + 1) * ROWS));
