import * as Effect from "effect/Effect";
import * as Result from "effect/Result";
import type { EventStanding, FeedPageAsked } from "./feed-records.ts";
import type { FeedStoreShape } from "./feed-store.ts";
import { admitIn, confirmIn, decideIn, heardIn, keptOf, type MemoryFeeds, outlinesIn } from "./memory-feeds.ts";
import { pageOf } from "./memory-state.ts";

/** A store that forgets when it is let go: for tests, and as the plain reading of what an adapter promises. */
export const inMemoryFeedStore = (): FeedStoreShape => {
  let held: MemoryFeeds = new Map();
  const page = (asked: FeedPageAsked, standing: EventStanding["standing"]) =>
    Effect.sync(() => {
      const feed = held.get(asked.feed);
      return pageOf(feed === undefined ? [] : keptOf(feed, standing), asked);
    });
  return {
    admit: (batch) =>
      Effect.sync(() => {
        const { feeds, answer } = admitIn(held, batch);
        held = feeds;
        return answer;
      }),
    listAdmitted: (asked) => page(asked, "admitted"),
    confirmRecorded: (feed, keys) =>
      Effect.sync(() => {
        held = confirmIn(held, feed, keys);
      }),
    listHeld: (asked) => page(asked, "held"),
    decideHold: (decide) =>
      Effect.suspend(() => {
        const decided = decideIn(held, decide);
        if (Result.isFailure(decided)) return Effect.fail(decided.failure);
        held = decided.success.feeds;
        return Effect.succeed(decided.success.answer);
      }),
    listHeard: Effect.sync(() => heardIn(held)),
    listOutlines: Effect.sync(() => outlinesIn(held)),
  };
};
