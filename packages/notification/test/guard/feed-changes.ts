import { EventId, type EventKind, SupervisedPersonId } from "@victim-rights/core";
import { BulkLimit, type FeedChange, FeedId, RecordRef, type HoldDecision } from "../../src/index.ts";
import { instant } from "../records.ts";

export const JAIL = FeedId.parse("county-jail");

export const change = (person: number, kind: EventKind = "release"): FeedChange => ({
  event: EventId.parse(`E-${person}-${kind}`),
  revision: 1,
  supervisedPersonId: SupervisedPersonId.parse(`S-${person}`),
  kind,
});

export const changesOf = (count: number, from = 0): readonly FeedChange[] =>
  Array.from({ length: count }, (_, at) => change(from + at));

export const limitOf = (people: number, urgentKinds: readonly EventKind[] = []): BulkLimit =>
  BulkLimit.parse({ feed: JAIL, people, windowMinutes: 60, urgentKinds });

export const decisionOf = (found: HoldDecision["found"], role = "staff"): HoldDecision => ({
  by: { role, id: "liaison-1" } as HoldDecision["by"],
  at: instant("2026-03-01T13:00:00Z"),
  found,
  record: RecordRef.parse("memo-7"),
});
