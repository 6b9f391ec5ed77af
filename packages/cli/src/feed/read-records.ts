import type { FeedFile } from "./feed-file.ts";
import { readCsv } from "./read-csv.ts";
import { readJsonl } from "./read-jsonl.ts";
import type { RecordOutcome } from "./record.ts";

export type Reading = { readonly signal: AbortSignal; readonly onBytes?: (count: number) => void };

/** Reads a recognised file as batches of records, whatever its format. A file that is to be ignored has none. */
export const readRecords = (file: FeedFile, reading: Reading): AsyncIterable<readonly RecordOutcome[]> => {
  if (file.source.kind === "ignored") return none();
  const { format } = file.source.source;
  const source = { path: file.path, encoding: format.encoding, ...reading };
  if (format.kind === "jsonl") return readJsonl(source);
  return readCsv({ ...source, style: format, columns: file.columns, hasHeader: file.hasHeader });
};

async function* none(): AsyncGenerator<readonly RecordOutcome[]> {
  // A file that is not read has no records.
}
