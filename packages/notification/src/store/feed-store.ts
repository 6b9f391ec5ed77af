import type { RevisionConflict, StoreUnavailable } from "@victim-rights/core";
import * as Context from "effect/Context";
import type { Effect } from "effect/Effect";
import type { HoldNeedsPerson, HoldNotOpen } from "../guard/errors.ts";
import type { FeedId } from "../guard/feed-id.ts";
import type {
  DecideHold,
  EventStanding,
  FeedBatch,
  FeedOutline,
  FeedPageAsked,
  HeardFeed,
  HoldDecided,
  KeptEvent,
} from "./feed-records.ts";
import type { Page } from "./store-records.ts";

/** Why a hold is not decided; nothing of it has moved then. */
export type DecideHoldError = HoldNotOpen | HoldNeedsPerson | RevisionConflict | StoreUnavailable;

/**
 * What the guards remember of each feed: when it was heard, whom it changed lately, and the events that wait. Each method is
 * one atomic step, and those of one feed go one after another: of two batches at once the second is counted with the first. An
 * event is kept whole from the moment that it is taken in until `confirmRecorded` says that it is in the record; a process that
 * dies between the two loses nothing, since whoever comes next finds it by `listAdmitted` and records it by the same key.
 * `feedStoreContract` holds an adapter to all of this.
 */
export type FeedStoreShape = {
  /**
   * Hears a feed, and lets through or holds what it brings, by `admitEvents`. An event that was taken in before, by its key, is
   * neither counted nor held again, whatever became of it. Answers where each event stands, in the order of the batch.
   * @errors `StoreUnavailable`.
   */
  readonly admit: (batch: FeedBatch) => Effect<readonly EventStanding[], StoreUnavailable>;
  /** Events that were let through and are not known to be in the record, in the store's order. */
  readonly listAdmitted: (asked: FeedPageAsked) => Effect<Page<KeptEvent>, StoreUnavailable>;
  /** Says that events are in the record: of these their keys are kept from now on, and no content. Other keys are left alone. */
  readonly confirmRecorded: (feed: FeedId, idempotencyKeys: readonly string[]) => Effect<void, StoreUnavailable>;
  /** The events that the open hold of a feed holds, in the store's order; none without an open hold. */
  readonly listHeld: (asked: FeedPageAsked) => Effect<Page<KeptEvent>, StoreUnavailable>;
  /**
   * Ends a hold by a person's decision: a true change is let through whole, a feed's fault is rejected. The same decision
   * given again, whenever, is answered as it was first.
   * @errors `HoldNotOpen`, `HoldNeedsPerson`, `RevisionConflict` when more came since the person looked, `StoreUnavailable`; in
   * that order.
   */
  readonly decideHold: (decide: DecideHold) => Effect<HoldDecided, DecideHoldError>;
  /** Every feed that was ever heard, by name. */
  readonly listHeard: Effect<readonly HeardFeed[], StoreUnavailable>;
  /** Every feed that was ever heard with what waits of it, by name. */
  readonly listOutlines: Effect<readonly FeedOutline[], StoreUnavailable>;
};

/** The port that a running system asks for what it remembers of its feeds. */
export class FeedStore extends Context.Service<FeedStore, FeedStoreShape>()("@victim-rights/notification/FeedStore") {}
