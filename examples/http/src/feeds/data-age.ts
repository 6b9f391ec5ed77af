import { Instant, type StoreUnavailable } from "@victim-rights/core";
import { dataAge, FeedId, type HeardFeed } from "@victim-rights/notification";
import * as Effect from "effect/Effect";
import { z } from "zod";
import type { Ports } from "../ports.ts";
import { feedsOf, policyOfFeed, silenceLimits } from "./guard-policies.ts";

/** How old what is known from a feed is, as it stands beside every status that rests on it. */
const FeedAge = z.object({
  feed: FeedId,
  /** `null` for a feed of which nobody has decided anything: what it brings could be about any state. */
  jurisdiction: z.string().nullable(),
  asOf: Instant.nullable(),
  minutes: z.int().nullable(),
  isSilent: z.boolean().nullable(),
  /** Since when changes that the feed brought wait for a person: what is known does not have them. */
  heldSince: Instant.nullable(),
});
export type FeedAge = z.infer<typeof FeedAge>;

/** The member of an answer that tells the age of what it rests on. */
export const DATA_AGE = { dataAge: z.array(FeedAge) };

/** The age of one feed. */
export const ageOf = ({ guardPolicies, clock }: Ports, heard: HeardFeed): FeedAge => ({
  ...dataAge(heard, silenceLimits(guardPolicies), clock()),
  jurisdiction: policyOfFeed(guardPolicies, heard.feed)?.jurisdiction ?? null,
  heldSince: heard.heldSince,
});

/**
 * The age of every feed that could bring something of a state, in the order of their names: those that its policy names,
 * whether they were ever heard or not, and those that no policy names. `null` asks for every state: a list that is empty may be
 * so because a feed is silent.
 */
export const agesOf = (
  ports: Ports,
  jurisdiction: string | null,
): Effect.Effect<readonly FeedAge[], StoreUnavailable> =>
  Effect.map(ports.feeds.listHeard, (heard) =>
    withUnheard(ports, heard)
      .map((each) => ageOf(ports, each))
      .filter((age) => jurisdiction === null || age.jurisdiction === null || age.jurisdiction === jurisdiction),
  );

/** Feeds that were heard, with those that a policy names and nobody has heard. */
export const withUnheard = <Heard extends HeardFeed>(
  { guardPolicies }: Ports,
  heard: readonly Heard[],
): readonly (Heard | HeardFeed)[] => {
  const known = new Map<FeedId, Heard | HeardFeed>(heard.map((each) => [each.feed, each]));
  for (const policy of guardPolicies.values())
    for (const feed of feedsOf(policy)) if (!known.has(feed)) known.set(feed, { feed, heardAt: null, heldSince: null });
  return [...known.values()].toSorted((one, other) => (one.feed < other.feed ? -1 : 1));
};
