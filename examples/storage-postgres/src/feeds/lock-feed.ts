import { type FeedId, type FeedState, newFeed } from "@victim-rights/notification";
import type { Transaction } from "kysely";
import type { Database } from "../database/database.ts";

/** Reads a feed's state and keeps everybody else from it until the transaction ends; one that was never heard gets a row. */
export const lockFeed = async (transaction: Transaction<Database>, feed: FeedId): Promise<FeedState> => {
  await transaction
    .insertInto("feed")
    .values({ feed_id: feed, state: JSON.stringify(newFeed(feed)) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await transaction
    .selectFrom("feed")
    .select("state")
    .where("feed_id", "=", feed)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return row.state as FeedState;
};

/** Keeps what has become of a feed's state. */
export const writeFeed = async (transaction: Transaction<Database>, feed: FeedId, state: FeedState): Promise<void> => {
  await transaction
    .updateTable("feed")
    .set({ state: JSON.stringify(state) })
    .where("feed_id", "=", feed)
    .execute();
};
