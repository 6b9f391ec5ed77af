import {
  addMinutes,
  compareInstants,
  type EventId,
  type EventKind,
  type Instant,
  type SupervisedPersonId,
} from "@victim-rights/core";
import * as Result from "effect/Result";
import type { RecordRef } from "../obligation/ids.ts";
import type { NoticeActor } from "../obligation/notice-actor.ts";
import { HoldNotOpen, HoldNeedsPerson } from "./errors.ts";
import type { FeedId } from "./feed-id.ts";
import type { BulkLimit } from "./guard-policy.ts";

/** One change that a feed brings. */
export type FeedChange = {
  readonly event: EventId;
  readonly revision: number;
  readonly supervisedPersonId: SupervisedPersonId;
  readonly kind: EventKind;
};

/** Changes that wait for a person; nobody is told of them until then. */
export type BulkHold = {
  /** Counting from 1, by feed. */
  readonly number: number;
  readonly feed: FeedId;
  readonly openedAt: Instant;
  /** In the order they came; what the feed brings while the hold is open is added. */
  readonly changes: readonly FeedChange[];
};

/** What a person found. `true-change`: it happened, so that it goes on. `feed-fault`: it did not, so that nobody is told. */
export type HoldDecision = {
  readonly by: NoticeActor;
  readonly at: Instant;
  readonly found: "true-change" | "feed-fault";
  readonly record: RecordRef;
};

type Passed = { readonly person: SupervisedPersonId; readonly isUrgent: boolean; readonly at: Instant };

/** The guard of one feed. */
export type BulkGuard = {
  readonly feed: FeedId;
  /** Whom the feed changed within the window that ends with the last batch, each when they were changed last. */
  readonly passed: readonly Passed[];
  readonly hold: BulkHold | null;
  readonly holds: number;
};

/** What becomes of a batch: every change of it is in exactly one of the two lists. */
export type Admission = {
  readonly guard: BulkGuard;
  readonly pass: readonly FeedChange[];
  readonly held: readonly FeedChange[];
};

/** The guard of a feed that brought nothing yet. */
export const bulkGuard = (feed: FeedId): BulkGuard => ({ feed, passed: [], hold: null, holds: 0 });

/**
 * Lets a batch through, or holds it until a person has looked: a routine refresh that changes a feed's whole population is
 * no news. It counts the people that the feed changed within the window, those of the batch included. Urgent kinds are counted by
 * themselves, and an open hold stops them only when they too are too many. `limit` is `null` for a feed that the policy does
 * not name: everything is held.
 */
export const admitBatch = (
  guard: BulkGuard,
  batch: readonly FeedChange[],
  { limit, now }: { readonly limit: BulkLimit | null; readonly now: Instant },
): Admission => {
  const urgentKinds = new Set(limit?.urgentKinds);
  const isUrgent = ({ kind }: FeedChange): boolean => urgentKinds.has(kind);
  const passed = limit === null ? [] : guard.passed.filter(({ at }) => isWithin(at, { limit, now }));
  const goes = (urgent: boolean): boolean => {
    const people = batch.filter((change) => isUrgent(change) === urgent).map((change) => change.supervisedPersonId);
    const before = passed.filter((each) => each.isUrgent === urgent).map(({ person }) => person);
    return limit !== null && new Set([...before, ...people]).size <= limit.people;
  };
  const goesUrgent = goes(true);
  const goesOrdinary = guard.hold === null && goes(false);
  const [pass, held] = partition(batch, (change) => (isUrgent(change) ? goesUrgent : goesOrdinary));
  const seen = pass.map((change) => ({ person: change.supervisedPersonId, isUrgent: isUrgent(change), at: now }));
  return { guard: holding({ ...guard, passed: lastOfEach([...passed, ...seen]) }, held, now), pass, held };
};

/** One for each person and urgency, so that what is remembered is never more than the limit allows through. */
const lastOfEach = (passed: readonly Passed[]): readonly Passed[] => {
  const last = new Map<string, Passed>();
  for (const each of passed) {
    const key = JSON.stringify([each.person, each.isUrgent]);
    const known = last.get(key);
    if (known === undefined || compareInstants(each.at, known.at) > 0) last.set(key, each);
  }
  return [...last.values()];
};

const isWithin = (at: Instant, { limit, now }: { readonly limit: BulkLimit; readonly now: Instant }): boolean =>
  compareInstants(addMinutes(at, limit.windowMinutes), now) > 0;

const partition = <Item>(
  items: readonly Item[],
  test: (item: Item) => boolean,
): readonly [readonly Item[], readonly Item[]] => [items.filter(test), items.filter((item) => !test(item))];

const holding = (guard: BulkGuard, held: readonly FeedChange[], now: Instant): BulkGuard => {
  if (held.length === 0) return guard;
  if (guard.hold !== null) return { ...guard, hold: { ...guard.hold, changes: [...guard.hold.changes, ...held] } };
  const number = guard.holds + 1;
  return { ...guard, holds: number, hold: { number, feed: guard.feed, openedAt: now, changes: held } };
};

/**
 * Ends a hold by a person's decision. A true change goes on whole, whatever its size, and begins no new hold; a feed's fault
 * reaches nobody.
 * @errors `HoldNotOpen` when that hold is not the one that is open; `HoldNeedsPerson` when no person decides.
 */
export const settleHold = (
  guard: BulkGuard,
  number: number,
  decision: HoldDecision,
): Result.Result<
  { readonly guard: BulkGuard; readonly pass: readonly FeedChange[] },
  HoldNotOpen | HoldNeedsPerson
> => {
  const { hold } = guard;
  if (hold === null || hold.number !== number) return Result.fail(new HoldNotOpen({ feed: guard.feed, number }));
  if (decision.by.role !== "staff") return Result.fail(new HoldNeedsPerson({ feed: guard.feed, number }));
  return Result.succeed({
    guard: { ...guard, hold: null },
    pass: decision.found === "true-change" ? hold.changes : [],
  });
};
