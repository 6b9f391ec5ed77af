import type { FeedFile } from "../feed/feed-file.ts";
import { readRecords } from "../feed/read-records.ts";
import type { FeedRecord, RecordOutcome } from "../feed/record.ts";
import type { CellProblem, Reject } from "../feed/reject.ts";
import type { FileTally } from "./plan-totals.ts";

export type RowSink<T> = {
  readonly read: (record: FeedRecord, problems: CellProblem[]) => T | null;
  readonly accept: (row: T, place: { readonly file: string; readonly row: number }) => void;
  readonly reject: (reject: Reject) => void;
  readonly signal: AbortSignal;
  readonly onBytes: (count: number) => void;
};

/** Reads every row of a file: a good one is accepted, a bad one rejected with all its problems; neither stops the next. */
export const readFileRows = async <T>(file: FeedFile, sink: RowSink<T>): Promise<FileTally> => {
  let rows = 0;
  let rejected = 0;
  for await (const batch of readRecords(file, sink)) {
    sink.signal.throwIfAborted();
    rows += batch.length;
    for (const outcome of batch) rejected += readRow(file.name, outcome, sink) ? 0 : 1;
  }
  return { file: file.name, source: file.source.source.name, kind: file.source.kind, rows, rejected };
};

const readRow = <T>(file: string, outcome: RecordOutcome, sink: RowSink<T>): boolean => {
  if (!outcome.ok) {
    sink.reject({ file, row: outcome.row, ...outcome.problem });
    return false;
  }
  const { row } = outcome.record;
  const problems: CellProblem[] = [];
  const read = sink.read(outcome.record, problems);
  for (const problem of problems) sink.reject({ file, row, ...problem });
  if (read === null || problems.length > 0) return false;
  sink.accept(read, { file, row });
  return true;
};
