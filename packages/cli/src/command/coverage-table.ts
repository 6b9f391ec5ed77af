import type { RowCoverage } from "@victim-rights/rules";
import { type Io, say } from "../io/io.ts";
import { styleFor } from "../io/style.ts";

/** Prints where every row of the law notes stands: encoded, off, not encoded with the reason, or absent. */
export const printCoverage = (io: Io, rows: readonly RowCoverage[]): void => {
  const style = styleFor(io);
  const width = Math.max(0, ...rows.map((row) => row.row.length));
  for (const row of rows) {
    const format = row.state === "absent" ? "red" : row.state === "encoded" ? "green" : "yellow";
    say(io, `  ${row.row.padEnd(width)}  ${style(format, row.state.padEnd(11))}  ${accountOf(row)}`);
  }
  say(io, `  rows: ${totals(rows)}`);
};

const accountOf = (row: RowCoverage): string => {
  switch (row.state) {
    case "encoded":
      return `${row.rules.join(", ")} (${row.verified.join(", ")})`;
    case "off":
      return `${row.rules.join(", ")}: ${row.why}`;
    case "not-encoded":
      return `${row.reason}: ${row.why}`;
    case "absent":
      return `${row.cite}: neither a rule nor a reason; encode it, or list it in not-encoded.json`;
  }
};

const STATES = ["encoded", "off", "not-encoded", "absent"] as const;

/** The parts add up to the whole, and say so. */
const totals = (rows: readonly RowCoverage[]): string => {
  const parts = STATES.map((state) => `${rows.filter((row) => row.state === state).length} ${state.replace("-", " ")}`);
  return `${rows.length} = ${parts.join(" + ")}`;
};
