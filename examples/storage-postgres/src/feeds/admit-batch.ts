import { admitEvents, type EventStanding, type FeedBatch, type KeyedEvent } from "@victim-rights/notification";
import type { Transaction } from "kysely";
import type { Database } from "../database/database.ts";
import { inChunks } from "../database/in-chunks.ts";
import { textKey } from "../database/text-key.ts";
import { rowKey } from "../obligations/row-key.ts";
import { lockFeed, writeFeed } from "./lock-feed.ts";

/** Takes a batch in: what is new of it is counted with what came before, and kept whole. */
export const admitBatch = async (
  transaction: Transaction<Database>,
  batch: FeedBatch,
): Promise<readonly EventStanding[]> => {
  const before = await lockFeed(transaction, batch.feed);
  const given = new Map(batch.events.map((each) => [rowKey(each.idempotencyKey), each]));
  const known = await standingsOf(transaction, batch.feed, [...given.keys()]);
  const fresh = [...given].filter(([key]) => !known.has(key));
  const { state, standings } = admitEvents(
    before,
    fresh.map(([, each]) => each),
    batch,
  );
  await writeFeed(transaction, batch.feed, state);
  const added = fresh.flatMap(([event_key, each], at) => {
    const standing = standings[at];
    if (standing === undefined) return [];
    known.set(event_key, standing);
    return [{ feed_id: batch.feed, event_key, ...standing, ...keptAs(each) }];
  });
  for (const some of inChunks(added)) await transaction.insertInto("feed_event").values(some).execute();
  return batch.events.flatMap(({ idempotencyKey }) => known.get(rowKey(idempotencyKey)) ?? []);
};

const standingsOf = async (
  transaction: Transaction<Database>,
  feed: string,
  keys: readonly string[],
): Promise<Map<string, EventStanding>> => {
  const known = new Map<string, EventStanding>();
  for (const some of inChunks(keys)) {
    const rows = await transaction
      .selectFrom("feed_event")
      .select(["event_key", "standing", "hold"])
      .where("feed_id", "=", feed)
      .where("event_key", "in", some)
      .execute();
    for (const { event_key, standing, hold } of rows) known.set(event_key, { standing, hold });
  }
  return known;
};

const keptAs = ({ event, idempotencyKey }: KeyedEvent) => ({
  kind: event.kind,
  supervised_person_id: textKey(event.supervisedPersonId),
  given: JSON.stringify({ event, idempotencyKey }),
});
