import type { FeedId, FeedPageAsked, KeptEvent, KeyedEvent, Page } from "@victim-rights/notification";
import type { Transaction } from "kysely";
import type { Database } from "../database/database.ts";
import { inChunks } from "../database/in-chunks.ts";
import { rowKey } from "../obligations/row-key.ts";

/** Events of one standing that are kept whole, in the order in which they came. */
export const listKept = async (
  transaction: Transaction<Database>,
  { feed, limit, afterSequence }: FeedPageAsked,
  standing: "admitted" | "held",
): Promise<Page<KeptEvent>> => {
  const rows = await transaction
    .selectFrom("feed_event")
    .select(["position", "given"])
    .where("feed_id", "=", feed)
    .where("standing", "=", standing)
    .where("position", ">", afterSequence)
    .orderBy("position")
    .limit(limit + 1)
    .execute();
  const items = rows.slice(0, limit).map(({ position, given }) => ({ ...(given as KeyedEvent), sequence: position }));
  return { items, next: rows.length > limit ? (items.at(-1)?.sequence ?? null) : null };
};

/** Lets go of the content of what is in the record, and keeps its keys. */
export const confirmRecorded = async (
  transaction: Transaction<Database>,
  feed: FeedId,
  keys: readonly string[],
): Promise<void> => {
  for (const some of inChunks(keys.map(rowKey)))
    await transaction
      .updateTable("feed_event")
      .set({ standing: "recorded", given: null })
      .where("feed_id", "=", feed)
      .where("standing", "=", "admitted")
      .where("event_key", "in", some)
      .execute();
};
