/** Reads a generated registry record by record, as this package does, and with csv-parse over the whole text, and prints how they compare. Run: `node packages/cli/bench/run.ts`. */
import { parse } from "csv-parse/sync";
import { createCsvReader } from "../src/feed/csv-reader.ts";

const COLUMNS = ["id", "person", "doc", "street", "city", "zip", "email", "updated"];
const ROWS = 50_000;
const ROUNDS = 7;

const row = (at: number): string =>
  `R${at},V${at},${at % 9000},"${at} Elm St, Apt 2",Springfield,65801,p${at}@example.org,2026-01-01 10:00`;
const lines = [COLUMNS.join(","), ...Array.from({ length: ROWS }, (_, at) => row(at))];
const text = lines.join("\n");

const ours = (): number => {
  const reader = createCsvReader({ style: { delimiter: ",", quoting: "plain" }, columns: COLUMNS, hasHeader: true });
  return [...lines.flatMap((line) => reader.push(line)), ...reader.end()].filter((outcome) => outcome.ok).length;
};

const theirs = (): number => parse(text, { from_line: 2 }).length;

const secondsOf = (read: () => number): number => {
  const start = performance.now();
  if (read() !== ROWS) process.exit(1);
  return (performance.now() - start) / 1000;
};

const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;

const rounds = Array.from({ length: ROUNDS }, () => ({ ours: secondsOf(ours), theirs: secondsOf(theirs) }));
const rate = (seconds: number): string => Math.round(ROWS / seconds).toLocaleString("en-US");
const mine = median(rounds.map((round) => round.ours));
const peer = median(rounds.map((round) => round.theirs));

console.log(`csv reader  ${rate(mine)} rows a second`);
console.log(`csv-parse   ${rate(peer)} rows a second`);
console.log(
  `ratio       ${(peer / mine).toFixed(2)} times the peer's speed; the price of losing one line to a torn quote, and not the rest of the file`,
);
