import type { CustodyEvent, Instant, Revision } from "@victim-rights/core";
import { RevisionConflict } from "@victim-rights/core";
import * as Equal from "effect/Equal";
import * as Result from "effect/Result";
import {
  admitBatch,
  bulkGuard,
  type BulkGuard,
  type FeedChange,
  type HoldDecision,
  settleHold,
} from "../guard/bulk-guard.ts";
import { type HoldNeedsPerson, HoldNotOpen } from "../guard/errors.ts";
import type { FeedId } from "../guard/feed-id.ts";
import { hearFeed } from "../guard/feed-silence.ts";
import type { DecideHold, EventStanding, FeedBatch, HoldDecided, KeyedEvent } from "./feed-records.ts";

/**
 * What an adapter keeps of a feed beside its events, as plain JSON. The guard's open hold lists no changes here: the events
 * that are held stand with the others.
 */
export type FeedState = { readonly heardAt: Instant | null; readonly guard: BulkGuard };

/** The state of a feed that was never heard. */
export const newFeed = (feed: FeedId): FeedState => ({ heardAt: null, guard: bulkGuard(feed) });

/**
 * What a batch makes of a feed's state, and where each of its events stands then. `fresh` are the events of the batch that were
 * not taken in before, each once.
 */
export const admitEvents = (
  { heardAt, guard }: FeedState,
  fresh: readonly KeyedEvent[],
  { feed, limit, at }: Omit<FeedBatch, "events">,
): { readonly state: FeedState; readonly standings: readonly EventStanding[] } => {
  const changes = fresh.map(({ event }) => changeOf(event));
  const admitted = admitBatch(guard, changes, { limit, now: at });
  const held = new Set(admitted.held);
  const { hold } = admitted.guard;
  return {
    state: {
      heardAt: hearFeed({ feed, heardAt }, at).heardAt,
      guard: { ...admitted.guard, hold: hold === null ? null : { ...hold, changes: [] } },
    },
    standings: changes.map((change) =>
      held.has(change) ? { standing: "held", hold: hold?.number ?? null } : { standing: "admitted", hold: null },
    ),
  };
};

const changeOf = ({ id, revision, supervisedPersonId, kind }: CustodyEvent): FeedChange => ({
  event: id,
  revision,
  supervisedPersonId,
  kind,
});

/** What a decision finds: how many changes the open hold has, and how the hold of its number was decided before. */
export type HoldFound = { readonly changes: number; readonly before: HoldDecided | null };

/**
 * What a decision makes of a feed's state. The same person's same finding by the same record is the same decision, at
 * whatever moment it is given again.
 */
export const decideFeedHold = (
  state: FeedState,
  { feed, number, expected, decision }: Omit<DecideHold, "audit">,
  { changes, before }: HoldFound,
): Result.Result<
  { readonly state: FeedState; readonly decided: HoldDecided; readonly isNew: boolean },
  HoldNotOpen | HoldNeedsPerson | RevisionConflict
> => {
  if (before !== null)
    return isSame(before.decision, decision)
      ? Result.succeed({ state, decided: before, isNew: false })
      : Result.fail(new HoldNotOpen({ feed, number }));
  const settled = settleHold(state.guard, number, decision);
  if (Result.isFailure(settled)) return Result.fail(settled.failure);
  const actual = changes as Revision;
  if (expected !== actual)
    return Result.fail(new RevisionConflict({ record: `hold ${number} of ${feed}`, expected, actual }));
  const decided = { feed, number, decision, changes };
  return Result.succeed({ state: { ...state, guard: settled.success.guard }, decided, isNew: true });
};

const isSame = (one: HoldDecision, other: HoldDecision): boolean => Equal.equals({ ...one, at: other.at }, other);
