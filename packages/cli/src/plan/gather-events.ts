import type { CustodyEvent } from "@victim-rights/core";
import type { EventContent } from "../mapping/draft.ts";
import { type AssembledEvents, assembleEvents } from "./assemble-events.ts";
import { rejectContradiction } from "./contradiction-rejects.ts";
import { createKeyedStore } from "./keyed-store.ts";
import { type PlanRun, spillFor } from "./plan-run.ts";
import { readFileRows } from "./read-file-rows.ts";

export type GatheredEvents = Omit<AssembledEvents, "rejects"> & {
  readonly people: ReadonlySet<string>;
  /** How many different events there are. */
  readonly count: number;
  readonly newestRecord: string | null;
};

/** Reads every custody file, settles its corrections and assembles the events. */
export const gatherEvents = async (run: PlanRun): Promise<GatheredEvents> => {
  const store = createKeyedStore<EventContent>(spillFor(run, "events"));
  let newestRecord: string | null = null;
  for (const file of run.setup.eventFiles) {
    const { source } = file;
    if (source.kind !== "events") continue;
    const tally = await readFileRows(file, {
      read: source.read,
      accept: (draft, place) => {
        const { recordedAt } = draft.content;
        if (recordedAt !== null && (newestRecord === null || recordedAt > newestRecord)) newestRecord = recordedAt;
        store.add({ key: draft.key, stamp: draft.stamp, ...place, content: draft.content }, true);
      },
      reject: run.rejects.add,
      signal: run.setup.io.signal,
      onBytes: run.progress.onBytes,
    });
    run.tallies.push(tally);
  }
  const chains = [...store.settled()].flatMap((settled) => {
    run.counts.duplicates += settled.duplicates;
    run.rejects.addContradictory(settled.contradictions.flatMap(rejectContradiction));
    return settled.chains;
  });
  const { rejects, ...assembled } = assembleEvents(chains, run.setup.mapping.mapping.sources);
  run.rejects.addContradictory(rejects);
  const people = new Set<string>(assembled.events.map(({ supervisedPersonId }: CustodyEvent) => supervisedPersonId));
  return { ...assembled, people, count: new Set(assembled.events.map(({ id }) => id)).size, newestRecord };
};
