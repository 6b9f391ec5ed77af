import type { CustodyEvent } from "@victim-rights/core";
import type { EventStanding, FeedId } from "@victim-rights/notification";
import * as Effect from "effect/Effect";
import type { Failing } from "../http/endpoint.ts";
import { hexOf } from "../http/hex-of.ts";
import type { Recorded } from "../inbound/record-events.ts";
import type { Ports } from "../ports.ts";
import { limitOfFeed } from "./guard-policies.ts";
import { recordAdmitted } from "./record-admitted.ts";

/** What became of an event, and never for whom: the victims are no business of the feed's. */
type EventTaken = {
  readonly event: string;
  readonly revision: number;
  /**
   * `now` or `before`: it is in the record. `waiting`: it was let through, could not be recorded yet, and is tried again.
   * `held`: a person must look first. `rejected`: a person has found that it did not happen; what is true is sent as a new revision.
   */
  readonly recorded: "now" | "before" | "waiting" | "held" | "rejected";
  /** The hold that it is or was in, where it is not in the record. */
  readonly hold?: number;
};

/** What was taken in, with why an event could not be recorded, by its place. */
export type Taken = { readonly taken: readonly EventTaken[]; readonly failures: readonly (Failing | null)[] };

/**
 * Takes in what a feed brings at once. The guard counts and keeps all of it in one step; what it lets through is then recorded
 * with all that it leads to. The same again is counted once, held once and recorded once.
 */
export const takeEvents = (
  ports: Ports,
  feed: FeedId,
  events: readonly CustodyEvent[],
): Effect.Effect<Taken, Failing> =>
  Effect.gen(function* () {
    const keyed = yield* Effect.forEach(events, (event) =>
      Effect.map(
        Effect.promise(() => keyOf(event)),
        (idempotencyKey) => ({ event, idempotencyKey }),
      ),
    );
    const limit = limitOfFeed(ports.guardPolicies, feed);
    const standings = yield* ports.feeds.admit({ feed, events: keyed, limit, at: ports.clock() });
    const recorded = new Map((yield* recordAdmitted(ports, feed)).map((each) => [each.key, each]));
    const outcomes = keyed.map(({ idempotencyKey }) => recorded.get(idempotencyKey) ?? null);
    return {
      taken: events.map(({ id, revision }, at) => ({
        event: id,
        revision,
        ...becameOf(standings[at], outcomes[at] ?? null),
      })),
      failures: outcomes.map((outcome) => (outcome?.became === "failed" ? outcome.because : null)),
    };
  });

/** What was let through and is not among what was recorded just now, somebody else has recorded meanwhile. */
const becameOf = (
  { standing, hold }: EventStanding = { standing: "admitted", hold: null },
  outcome: Recorded | null,
): Pick<EventTaken, "recorded" | "hold"> => {
  if (standing === "recorded") return { recorded: "before" };
  if (standing !== "admitted") return { recorded: standing, ...(hold !== null && { hold }) };
  if (outcome === null) return { recorded: "before" };
  return { recorded: outcome.became === "failed" ? "waiting" : outcome.became };
};

/** One revision of an event with one content has one key, in every process and after every restart. */
const keyOf = async (event: CustodyEvent): Promise<string> => {
  const text = JSON.stringify(Object.entries(event).toSorted(([one], [other]) => (one < other ? -1 : 1)));
  return `event ${hexOf(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)))}`;
};
