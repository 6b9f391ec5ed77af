import type { CustodyEvent } from "@victim-rights/core";
import { type BulkGuard, bulkGuard, type FeedBeat, FeedId, GuardPolicy } from "@victim-rights/notification";

/** A message of the feed: what changed, which may be nothing. */
export type FeedMessage = { readonly number: number; readonly records: readonly CustodyEvent[] };

/** A record that was let through and is to be put into the store with all that it leads to. */
export type Admitted = { readonly record: CustodyEvent; leasedUntil: number };

/** The name of the only feed. */
const FEED = FeedId.parse("custody");

/** What an agency keeps beside the store, on discs that crashes do not touch. Each call changes it in one step. */
export type Agency = {
  readonly inbox: Map<number, FeedMessage>;
  readonly taken: Set<number>;
  guard: BulkGuard;
  beat: FeedBeat;
  /** Records by event and revision that were held, until somebody decides. */
  readonly held: Map<string, CustodyEvent>;
  readonly toRecord: Map<string, Admitted>;
  /** Every record that was let through, by event and revision: plans are made from these. */
  readonly log: Map<string, CustodyEvent>;
  /** Whether an alarm about the feed's silence stands. */
  alarmed: boolean;
};

/** An agency on its first day. */
export const newAgency = (): Agency => ({
  inbox: new Map(),
  taken: new Set(),
  guard: bulkGuard(FEED),
  beat: { feed: FEED, heardAt: null },
  held: new Map(),
  toRecord: new Map(),
  log: new Map(),
  alarmed: false,
});

/** One record of one revision. */
export const recordKey = ({ id, revision }: Pick<CustodyEvent, "id" | "revision">): string => `${id} r${revision}`;

/** How the agency guards against its feed: made-up numbers, as everybody's own would be. */
export const GUARDS: GuardPolicy = GuardPolicy.parse({
  jurisdiction: "xx-sim",
  decidedBy: "the simulation",
  decidedOn: "2026-01-01",
  bulk: [{ feed: FEED, people: 5, windowMinutes: 60, urgentKinds: ["escape"] }],
  silence: [{ feed: FEED, minutes: 120 }],
  queues: ["victim-services", "records-director"].map((queue) => ({
    queue,
    owner: "the simulated staff",
    withinMinutes: 2880,
  })),
});
