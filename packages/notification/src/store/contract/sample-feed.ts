import { CustodyEvent, type EventKind, type Instant, Revision } from "@victim-rights/core";
import type { HoldDecision } from "../../guard/bulk-guard.ts";
import { FeedId } from "../../guard/feed-id.ts";
import { BulkLimit } from "../../guard/guard-policy.ts";
import { NoticeActorId, RecordRef } from "../../obligation/ids.ts";
import type { NoticeActor } from "../../obligation/notice-actor.ts";
import { AuditFact } from "../audit-fact.ts";
import type { DecideHold, FeedBatch, KeyedEvent } from "../feed-records.ts";
import { minute, nameOf, sampleBatch } from "./sample-records.ts";

/** The feed of all samples. */
export const FEED = FeedId.parse("county-jail");

/** An event of a made-up state about somebody of a number, with its key. */
export const sampleFeedEvent = (person: number, kind: EventKind = "release"): KeyedEvent => ({
  idempotencyKey: `event ${kind} ${nameOf(person)}`,
  event: CustodyEvent.parse({
    ...sampleBatch().event,
    id: `E-${kind}-${nameOf(person)}`,
    supervisedPersonId: nameOf(person),
    kind,
  }),
});

/** A batch of the sample feed that may change three people in an hour; escapes are counted by themselves. */
export const sampleFeedBatch = (events: readonly KeyedEvent[], given: Partial<FeedBatch> = {}): FeedBatch => ({
  feed: FEED,
  events,
  limit: BulkLimit.parse({ feed: FEED, people: 3, windowMinutes: 60, urgentKinds: ["escape"] }),
  at: minute(0),
  ...given,
});

/** What somebody found about the first hold of the sample feed, having looked at so many changes. */
export const sampleDecision = (
  expected: number,
  found: HoldDecision["found"],
  given: { readonly number?: number; readonly role?: NoticeActor["role"]; readonly at?: Instant } = {},
): DecideHold => ({
  feed: FEED,
  number: given.number ?? 1,
  expected: Revision.parse(expected),
  decision: {
    by: { role: given.role ?? "staff", id: NoticeActorId.parse("ann") },
    at: given.at ?? minute(5),
    found,
    record: RecordRef.parse("memo-1"),
  },
  audit: [DECIDED],
});

const DECIDED = AuditFact.parse({
  what: "feed-hold-decided",
  at: minute(5),
  where: "contract",
  source: "contract",
  outcome: "done",
  who: "ann",
  about: ["county-jail"],
});
