import { type CustodyEvent, type Instant, type Registration } from "@victim-rights/core";
import {
  type AuditFact,
  type NoticeActor,
  NoticeActorId,
  type Obligation,
  openObligations,
  planNotices,
  ReasonCode,
  type RecordedEvent,
} from "@victim-rights/notification";
import * as Effect from "effect/Effect";
import type { Failing } from "../http/endpoint.ts";
import { lawOf } from "../law/law-of.ts";
import type { Ports } from "../ports.ts";

/** What an event led to: how much, and never for whom, since the feed is no business of the victims'. */
export type EventTaken = {
  readonly event: string;
  readonly revision: number;
  readonly recorded: "now" | "before";
};

const SYSTEM: NoticeActor = { role: "system", id: NoticeActorId.parse("http-service") };

/**
 * Takes an event in: plans it with everybody who is registered about that person, and records the event with all that it
 * leads to in one step. The same event given again is recorded once.
 */
export const recordCustodyEvent = (ports: Ports, event: CustodyEvent): Effect.Effect<EventTaken, Failing> =>
  Effect.gen(function* () {
    const { law, service } = yield* lawOf(ports, event.jurisdiction);
    const { events, offenses } = yield* ports.custody.of(event.supervisedPersonId);
    const registrations = yield* ports.registry.about(event.supervisedPersonId);
    const known = yield* knownOf(ports, registrations);
    const now = latestOf(ports.clock(), known);
    const policy = service === null ? {} : { policy: service };
    const plan = yield* Effect.fromResult(
      planNotices({ law, events: [...events, event], offenses, registrations, now, ...policy }),
    );
    const openings = openObligations({ plan, known, by: SYSTEM });
    const batch = { event, ...openings, audit: [auditOf(ports, event)] };
    const key = yield* Effect.promise(() => keyOf(event));
    const recorded = yield* recordOnce(ports.obligations.recordEvent(batch, key));
    yield* ports.custody.remember(event);
    return { event: event.id, revision: event.revision, recorded: recorded === null ? "before" : "now" };
  });

/** A worker's clock may run ahead of this one: what an obligation learns now, it learns no earlier than what it knows. */
const latestOf = (now: Instant, known: readonly Obligation[]): Instant =>
  known.reduce((latest, { lastAt }) => (lastAt > latest ? lastAt : latest), now);

/** Recorded before, with what followed from it then: what would follow now is another matter, and is not recorded again. */
const recordOnce = <E extends { readonly _tag: string }>(
  effect: Effect.Effect<RecordedEvent, E>,
): Effect.Effect<RecordedEvent | null, E> =>
  Effect.catch(effect, (error) => (error._tag === "IdempotencyKeyReused" ? Effect.succeed(null) : Effect.fail(error)));

const PAGE = 100;

const knownOf = (ports: Ports, registrations: readonly Registration[]): Effect.Effect<readonly Obligation[], Failing> =>
  Effect.gen(function* () {
    const known: Obligation[] = [];
    for (const personId of new Set(registrations.map(({ person }) => person.id))) {
      let afterSequence: number | null = 0;
      while (afterSequence !== null) {
        const page: Effect.Success<ReturnType<typeof ports.obligations.listForPerson>> =
          yield* ports.obligations.listForPerson({ personId, afterSequence, limit: PAGE });
        known.push(...page.items.map(({ obligation }) => obligation));
        afterSequence = page.next;
      }
    }
    return known;
  });

/** One revision of an event with one content has one key, in every process and after every restart. */
const keyOf = async (event: CustodyEvent): Promise<string> => {
  const text = JSON.stringify(Object.entries(event).toSorted(([one], [other]) => (one < other ? -1 : 1)));
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  const hex = Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
  return `event ${hex}`;
};

const auditOf = (ports: Ports, event: CustodyEvent): AuditFact => ({
  what: ReasonCode.parse("custody-event-received"),
  at: ports.clock(),
  where: ReasonCode.parse("http-service"),
  source: ReasonCode.parse("custody-feed"),
  outcome: "done",
  who: SYSTEM.id,
  about: [event.id],
});
