import { stringify } from "csv-stringify/sync";
import { type Io, say } from "../io/io.ts";
import { styleFor } from "../io/style.ts";
import { money } from "./entries-in-words.ts";
import type { Cell, StatementModel, StatementTable } from "./statement-model.ts";

/** Prints a statement for a person at a terminal: by id, without the name. */
export const printStatement = (io: Io, model: StatementModel): void => {
  const style = styleFor(io);
  say(io, style("bold", headline(model)));
  for (const { label, cents } of model.totals) say(io, `  ${money(cents).padStart(14)}  ${label}`);
  for (const table of [model.lines, model.debts]) {
    say(io);
    for (const [at, line] of tableLines(table).entries()) say(io, at === 0 ? style("dim", line) : line);
  }
};

/** Whose statement, and of which day. */
const headline = ({ state, whose, id, asOf, knownOn }: StatementModel): string =>
  `${state}: statement of ${whose} ${id} as of ${asOf}, ${knownOn === null ? "as corrected since" : `as known on ${knownOn}`}`;

/** A cell as text. */
export const cellText = (cell: Cell): string => (typeof cell === "number" ? money(cell) : (cell ?? ""));

const tableLines = ({ columns, rows }: StatementTable): readonly string[] => {
  const texts = [columns.map(({ name }) => name), ...rows.map((row) => row.map(cellText))];
  const widths = columns.map((_, at) => Math.max(...texts.map((row) => row[at]?.length ?? 0)));
  return texts.map((row) =>
    `  ${row.map((text, at) => (columns[at]?.isMoney === true ? text.padStart(widths[at] ?? 0) : text.padEnd(widths[at] ?? 0))).join("  ")}`.trimEnd(),
  );
};

/** The lines of a statement as CSV (RFC 4180), cents as dollars; a text that a spreadsheet would run as a formula follows an apostrophe. */
export const statementCsv = ({ lines: { columns, rows } }: StatementModel): string =>
  stringify([columns.map(({ name }) => name), ...rows.map((row) => row.map(csvCell))], {
    record_delimiter: "windows",
    quoted_match: /[;\t]/u,
  });

const csvCell = (cell: Cell): string => {
  if (typeof cell === "number") return money(cell).replaceAll(/[$,]/gu, "");
  return /^[=+\-@'\t\r]/u.test(cell ?? "") ? `'${cell ?? ""}` : (cell ?? "");
};
