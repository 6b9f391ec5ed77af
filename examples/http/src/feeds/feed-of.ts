import { FeedId } from "@victim-rights/notification";
import * as Effect from "effect/Effect";
import type { Caller } from "../access/caller.ts";
import { problem, type Problem } from "../http/problem.ts";

/**
 * Which feed sends: the subject of its token, as the agency's guard policy names the feed. A message says nothing of it that is
 * believed. Several senders of one feed have tokens of one subject, and are counted together.
 */
export const feedOf = (caller: Caller | null): Effect.Effect<FeedId, Problem> => {
  const feed = FeedId.safeParse(caller?.subject).data;
  return feed === undefined
    ? Effect.fail(problem("forbidden", "the subject of the token is no name of a feed, such as `county-jail`"))
    : Effect.succeed(feed);
};
