import type { JsonObject } from "../feed/json.ts";
import type { FeedFile } from "../feed/feed-file.ts";
import { rejectContradiction } from "./contradiction-rejects.ts";
import { createKeyedStore } from "./keyed-store.ts";
import { type PlanRun, spillFor } from "./plan-run.ts";
import { readFileRows } from "./read-file-rows.ts";
import type { StoredRow } from "./settle.ts";

type RecordKind = "offenses" | "registrations";

/** The last state of one record; several rows where they contradict each other. `null` contents lie outside this run. */
export type StandingRecord = readonly [StoredRow<JsonObject>, ...StoredRow<JsonObject>[]];

export type Gathering = {
  readonly kind: RecordKind;
  readonly files: readonly FeedFile[];
  /** The people whose records are kept whole; of others it is only remembered that a row exists. */
  readonly people: ReadonlySet<string>;
};

/** Reads every file of one kind and yields each record's last state, a bucket at a time. */
export async function* gatherRecords(
  run: PlanRun,
  { kind, files, people }: Gathering,
): AsyncGenerator<readonly StandingRecord[]> {
  const store = createKeyedStore<JsonObject>(spillFor(run, kind));
  for (const file of files) {
    const { source } = file;
    if (source.kind !== kind) continue;
    const tally = await readFileRows(file, {
      read: source.read,
      accept: (draft, place) =>
        store.add(
          { key: draft.key, stamp: draft.stamp, ...place, content: draft.content },
          people.has(draft.supervisedPersonId),
        ),
      reject: run.rejects.add,
      signal: run.setup.io.signal,
      onBytes: run.progress.onBytes,
    });
    run.tallies.push(tally);
  }
  for (const settled of store.settled()) {
    run.counts.duplicates += settled.duplicates;
    run.rejects.addContradictory(settled.contradictions.flatMap(rejectContradiction));
    run.counts.replaced += settled.chains.reduce((sum, { states }) => sum + states.length - 1, 0);
    yield settled.chains.flatMap(({ states }) => states.slice(-1));
  }
}
