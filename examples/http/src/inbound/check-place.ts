import type { CustodyEvent } from "@victim-rights/core";
import type { FeedId } from "@victim-rights/notification";
import * as Effect from "effect/Effect";
import { policyOfFeed } from "../feeds/guard-policies.ts";
import { type Issue, problem, type Problem } from "../http/problem.ts";
import type { Ports } from "../ports.ts";

/** An event, and where in the request its state stands. */
export type Placed = { readonly event: CustodyEvent; readonly path: string };

/**
 * Refuses events of a state that is not served, and of one that a feed has no business with: a feed that one state's policy
 * names speaks for that state alone. All of them are told at once.
 */
export const checkPlace = (
  { states, guardPolicies }: Ports,
  feed: FeedId,
  events: readonly Placed[],
): Effect.Effect<void, Problem> => {
  const own = policyOfFeed(guardPolicies, feed)?.jurisdiction;
  const issues = events.flatMap(({ event: { jurisdiction }, path }): readonly Issue[] => {
    const known = own === undefined ? [...states.keys()] : [own];
    if (states.has(jurisdiction) && (own === undefined || own === jurisdiction)) return [];
    const what = states.has(jurisdiction) ? "is not the state of this feed" : "is no state that is served here";
    return [{ path, problem: what, fix: `give ${known.length === 1 ? "" : "one of "}${known.join(", ")}` }];
  });
  if (issues.length === 0) return Effect.void;
  return Effect.fail(problem("bad-request", "the request does not fit", { issues: issues.slice(0, MOST_ISSUES) }));
};

/** An answer lists no more than this; the rest is found once these are mended. */
const MOST_ISSUES = 100;
