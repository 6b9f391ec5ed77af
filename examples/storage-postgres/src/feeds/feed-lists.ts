import type { EventKind, Revision } from "@victim-rights/core";
import type { FeedId, FeedOutline, FeedState, HeardFeed, HoldOutline } from "@victim-rights/notification";
import type { Transaction } from "kysely";
import type { Database } from "../database/database.ts";

type In = Transaction<Database>;

/** Every feed that was heard, by name. */
export const listHeard = async (transaction: In): Promise<readonly HeardFeed[]> =>
  (await statesOf(transaction)).map(heardOf);

const statesOf = async (transaction: In): Promise<readonly { readonly feed: FeedId; readonly state: FeedState }[]> => {
  const rows = await transaction.selectFrom("feed").select(["feed_id", "state"]).orderBy("feed_id").execute();
  return rows.map(({ feed_id, state }) => ({ feed: feed_id as FeedId, state: state as FeedState }));
};

const heardOf = ({ feed, state }: { readonly feed: FeedId; readonly state: FeedState }): HeardFeed => ({
  feed,
  heardAt: state.heardAt,
  heldSince: state.guard.hold?.openedAt ?? null,
});

/** Every feed that was heard, with what waits of it. */
export const listOutlines = async (transaction: In): Promise<readonly FeedOutline[]> => {
  const states = await statesOf(transaction);
  const waiting = await transaction
    .selectFrom("feed_event")
    .select(({ fn }) => ["feed_id", fn.countAll<number>().as("admitted")])
    .where("standing", "=", "admitted")
    .groupBy("feed_id")
    .execute();
  const admitted = new Map(waiting.map((row) => [row.feed_id, Number(row.admitted)]));
  const outlines: FeedOutline[] = [];
  for (const each of states) {
    const hold = await outlineOf(transaction, each.feed, each.state);
    outlines.push({ ...heardOf(each), hold, admitted: admitted.get(each.feed) ?? 0 });
  }
  return outlines;
};

const outlineOf = async (transaction: In, feed: FeedId, { guard }: FeedState): Promise<HoldOutline | null> => {
  if (guard.hold === null) return null;
  const held = transaction.selectFrom("feed_event").where("feed_id", "=", feed).where("standing", "=", "held");
  const kinds = await held
    .select(({ fn }) => ["kind", fn.countAll<number>().as("changes")])
    .groupBy("kind")
    .orderBy("kind")
    .execute();
  const { people } = await held
    .select(({ fn }) => fn.count<number>("supervised_person_id").distinct().as("people"))
    .executeTakeFirstOrThrow();
  const counted = kinds.map(({ kind, changes }) => ({ kind: kind as EventKind, changes: Number(changes) }));
  return {
    number: guard.hold.number,
    openedAt: guard.hold.openedAt,
    revision: counted.reduce((sum, { changes }) => sum + changes, 0) as Revision,
    people: Number(people),
    kinds: counted,
  };
};
