import { createCsvReader, type CsvShape } from "./csv-reader.ts";
import { readLines, type LineSource } from "./read-lines.ts";
import type { RecordOutcome } from "./record.ts";

/** Reads a delimited file as batches of records; blank lines are skipped. */
export async function* readCsv(source: LineSource & CsvShape): AsyncGenerator<readonly RecordOutcome[]> {
  const reader = createCsvReader(source);
  for await (const lines of readLines(source)) yield lines.flatMap((line) => reader.push(line));
  yield reader.end();
}
