import type { FeedId, KeptEvent, Page } from "@victim-rights/notification";
import * as Effect from "effect/Effect";
import type { Failing } from "../http/endpoint.ts";
import { type Recorded, recordEvents } from "../inbound/record-events.ts";
import type { Ports } from "../ports.ts";

/** So many events are recorded in one step. */
const TOGETHER = 100;

/**
 * Records every event of a feed that was let through and is not known to be in the record, whoever let it through: what a
 * process that died has left behind is among them. Each is recorded first and let go of afterwards, so that dying between the
 * two records nothing twice and loses nothing. One that cannot be recorded stays, and is tried again the next time.
 */
export const recordAdmitted = (ports: Ports, feed: FeedId): Effect.Effect<readonly Recorded[], Failing> =>
  Effect.gen(function* () {
    const all: Recorded[] = [];
    let afterSequence: number | null = 0;
    while (afterSequence !== null) {
      const page: Page<KeptEvent> = yield* ports.feeds.listAdmitted({ feed, afterSequence, limit: TOGETHER });
      for (const events of inTurns(page.items)) {
        const recorded = yield* recordEvents(ports, events);
        const keys = recorded.filter(({ became }) => became !== "failed").map(({ key }) => key);
        if (keys.length > 0) yield* ports.feeds.confirmRecorded(feed, keys);
        all.push(...recorded);
      }
      afterSequence = page.next;
    }
    return all;
  });

/** Events of one person one turn after another, since what follows from a later one depends on those before it. */
const inTurns = (events: readonly KeptEvent[]): readonly (readonly KeptEvent[])[] => {
  const seen = new Map<string, number>();
  const turns: KeptEvent[][] = [];
  for (const each of events) {
    const { supervisedPersonId } = each.event;
    const turn = seen.get(supervisedPersonId) ?? 0;
    seen.set(supervisedPersonId, turn + 1);
    const same = turns[turn];
    if (same === undefined) turns.push([each]);
    else same.push(each);
  }
  return turns;
};
