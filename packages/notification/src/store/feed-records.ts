import type { CustodyEvent, EventKind, Instant, Revision } from "@victim-rights/core";
import type { HoldDecision } from "../guard/bulk-guard.ts";
import type { FeedId } from "../guard/feed-id.ts";
import type { FeedBeat } from "../guard/feed-silence.ts";
import type { BulkLimit } from "../guard/guard-policy.ts";
import type { AuditFact } from "./audit-fact.ts";
import type { PageAsked, StoreSequence } from "./store-records.ts";

/** A custody event with the key that names it once and for all: the same by which `recordEvents` takes it. */
export type KeyedEvent = { readonly event: CustodyEvent; readonly idempotencyKey: string };

/** What a feed brings at once. Without any event it is a sign of life. */
export type FeedBatch = {
  readonly feed: FeedId;
  readonly events: readonly KeyedEvent[];
  /** `null` for a feed that the policy does not name. */
  readonly limit: BulkLimit | null;
  readonly at: Instant;
};

/**
 * Where an event of a feed stands.
 * - `admitted`: let through, and not known to be in the record yet.
 * - `recorded`: in the record.
 * - `held`: waits for a person.
 * - `rejected`: a person found that it did not happen.
 */
export type EventStanding = {
  readonly standing: "admitted" | "recorded" | "held" | "rejected";
  /** The hold that the event is or was in; `null` for one that was let through at once. */
  readonly hold: number | null;
};

/** An event that the store keeps whole, at the place at which it came. */
export type KeptEvent = KeyedEvent & { readonly sequence: StoreSequence };

/** Events of one feed, by page. */
export type FeedPageAsked = PageAsked & { readonly feed: FeedId };

/** A feed's last sign of life, and since when changes of it wait for a person; `null` while none do. */
export type HeardFeed = FeedBeat & { readonly heldSince: Instant | null };

/** The open hold of a feed, in outline. */
export type HoldOutline = {
  readonly number: number;
  readonly openedAt: Instant;
  /** How many changes it holds: it only grows, so that a decision can say which of them were looked at. */
  readonly revision: Revision;
  readonly people: number;
  /** By kind of event, in the order of their names. */
  readonly kinds: readonly { readonly kind: EventKind; readonly changes: number }[];
};

/** What the store remembers of a feed. */
export type FeedOutline = HeardFeed & {
  readonly hold: HoldOutline | null;
  /** How many events were let through and are not known to be in the record. */
  readonly admitted: number;
};

/** A person's decision of a hold at the revision that they looked at. */
export type DecideHold = {
  readonly feed: FeedId;
  readonly number: number;
  readonly expected: Revision;
  readonly decision: HoldDecision;
  /** What is said for the audit in the same step. */
  readonly audit: readonly AuditFact[];
};

/** What became of a hold: the same answer however often the decision is given. */
export type HoldDecided = {
  readonly feed: FeedId;
  readonly number: number;
  readonly decision: HoldDecision;
  readonly changes: number;
};
