import type { FeedRecord, RecordOutcome } from "./record.ts";

/** A record whose cells are found by their column's name. */
export const recordOf = (row: number, fields: readonly string[], index: ReadonlyMap<string, number>): FeedRecord => ({
  row,
  cell: (column) => {
    const at = index.get(column);
    return at === undefined ? "" : (fields[at] ?? "").trim();
  },
});

export const wrongCount = (row: number, found: number, expected: number): RecordOutcome => ({
  ok: false,
  row,
  problem: {
    column: null,
    problem: `the row has ${found} ${found === 1 ? "column" : "columns"} and the header ${expected}`,
    howToFix: "quote any text that holds the delimiter, and export the row again",
  },
});

export const brokenQuote = (row: number, column: string | null): RecordOutcome => ({
  ok: false,
  row,
  problem: {
    column,
    problem: "a quote is not closed where the field ends",
    howToFix: 'close the quote, or double a quote that is part of the text (`""`)',
  },
});

/** What a decoder puts where bytes are no text. */
export const NOT_TEXT = "\uFFFD";

export const notText = (row: number): RecordOutcome => ({
  ok: false,
  row,
  problem: {
    column: null,
    problem: "the row holds bytes that are not UTF-8",
    howToFix: "export the file as UTF-8, or set `encoding` to `latin1` in the mapping",
  },
});
