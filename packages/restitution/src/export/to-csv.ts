import { stringify } from "csv-stringify/browser/esm/sync";
import type { Entry } from "../ledger/entry.ts";
import type { Ground, Transfer } from "../ledger/transfer.ts";
import { dollarsOf } from "./dollars.ts";
import { gather } from "./gather.ts";
import { entriesIn, type Exported } from "./moved-money.ts";

/** The columns of `toCsv`, in their order. */
export const CSV_COLUMNS = [
  "seq",
  "entry",
  "effective_on",
  "posted_at",
  "kind",
  "debit",
  "credit",
  "cents",
  "amount",
  "ground_kind",
  "ground",
  "reverses",
] as const;

/**
 * The transfers of a ledger as CSV (RFC 4180), in pieces to be written one after another: one row each, in the order in
 * which they were posted, after a row of names. No name and no address of a person is in it.
 *
 * A spreadsheet runs a cell that begins with `=`, `+`, `-` or `@` as a formula, and ids are whatever somebody typed. Such
 * a cell is written after an apostrophe, which spreadsheets take for "this is text"; so is one that begins with an
 * apostrophe itself, so that `fromCsvCell` gives back every id exactly. A cell with a semicolon is quoted as well, since
 * half the world's spreadsheets split there. Amounts are never negative, and stay numbers.
 */
export const toCsv = (exported: Exported): Iterable<string> => gather(records(entriesIn(exported)));

/** A cell of `toCsv` as it was in the ledger. */
export const fromCsvCell = (cell: string): string => (cell.startsWith("'") ? cell.slice(1) : cell);

/** Given to the library at once: enough to make its own setting up small. */
const AT_ONCE = 500;

function* records(entries: readonly Entry[]): Generator<string, void, undefined> {
  yield written([CSV_COLUMNS]);
  for (let from = 0; from < entries.length; from += AT_ONCE)
    yield written(entries.slice(from, from + AT_ONCE).flatMap(rowsOf));
}

const written = (rows: readonly (readonly string[])[]): string =>
  stringify([...rows], {
    record_delimiter: "windows",
    quote_record_delimiter: true,
    quoted_match: /[;\t]/u,
    escape_formulas: true,
  });

const rowsOf = (entry: Entry): readonly (readonly string[])[] =>
  entry.transfers.map((transfer) => rowOf(entry, transfer).map(textCell));

/** The library guards the other beginnings. */
const textCell = (text: string): string => (text.startsWith("'") ? `'${text}` : text);

const rowOf = (
  { seq, id, command, reverses }: Entry,
  { debit, credit, cents, ground }: Transfer,
): readonly string[] => [
  String(seq),
  id,
  command.effectiveOn,
  command.postedAt,
  command.do,
  debit,
  credit,
  String(cents),
  dollarsOf(cents),
  ...groundCells(ground),
  reverses ?? "",
];

/** The kind of a ground, and its text; a rule's id and the path in it are told apart by the first space. */
const groundCells = (ground: Ground): readonly [string, string] => {
  if ("rule" in ground) return ["rule", `${ground.rule} ${ground.path}`];
  if ("order" in ground) return ["order", ground.order];
  return "document" in ground ? ["document", ground.document] : ["reverses", ground.reverses];
};
