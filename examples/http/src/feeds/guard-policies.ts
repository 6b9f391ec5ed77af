import {
  type BulkLimit,
  type FeedId,
  GuardPolicy,
  type QueueOwner,
  type SilenceLimit,
} from "@victim-rights/notification";
import { z } from "zod";

/** What the agencies have decided about their feeds and queues, by state. A state without a policy has no limits: whatever a feed brings of it is held. */
export type GuardPolicies = ReadonlyMap<string, GuardPolicy>;

const isUnique = (names: readonly string[]): boolean => new Set(names).size === names.length;

const Policies = z
  .array(GuardPolicy)
  .refine((all) => isUnique(all.map(({ jurisdiction }) => jurisdiction)), "give each state once")
  .refine((all) => isUnique(all.flatMap((each) => [...feedsOf(each)])), "name each feed in one state's policy alone");

/**
 * Reads guard policies.
 * @throws zod's error: a service whose feeds belong to nobody in particular does not start.
 */
export const guardPoliciesFrom = (policies: readonly unknown[]): GuardPolicies =>
  new Map(Policies.parse(policies).map((policy) => [policy.jurisdiction, policy]));

/** The feeds that a policy names, each once. */
export const feedsOf = ({ bulk, silence }: GuardPolicy): ReadonlySet<FeedId> =>
  new Set([...bulk, ...silence].map(({ feed }) => feed));

/** The policy that names a feed; `null` for a feed of which nobody has decided anything. */
export const policyOfFeed = (policies: GuardPolicies, feed: FeedId): GuardPolicy | null =>
  [...policies.values()].find((policy) => feedsOf(policy).has(feed)) ?? null;

/** How many people a feed may change before somebody looks; `null` where nobody has said. */
export const limitOfFeed = (policies: GuardPolicies, feed: FeedId): BulkLimit | null =>
  policyOfFeed(policies, feed)?.bulk.find((limit) => limit.feed === feed) ?? null;

/** Every limit of silence, whatever the state. */
export const silenceLimits = (policies: GuardPolicies): readonly SilenceLimit[] =>
  [...policies.values()].flatMap(({ silence }) => silence);

/** Who answers for the queues of a state. */
export const queueOwners = (policies: GuardPolicies, jurisdiction: string): readonly QueueOwner[] =>
  policies.get(jurisdiction)?.queues ?? [];
