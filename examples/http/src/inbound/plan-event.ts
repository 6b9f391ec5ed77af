import type { CustodyEvent, Instant, Registration } from "@victim-rights/core";
import {
  type AuditFact,
  type EventBatch,
  type NoticeActor,
  NoticeActorId,
  type Obligation,
  openObligations,
  ReasonCode,
} from "@victim-rights/notification";
import * as Effect from "effect/Effect";
import type { Failing } from "../http/endpoint.ts";
import { lawOf } from "../law/law-of.ts";
import { planUnder } from "../law/plan-under.ts";
import type { Ports } from "../ports.ts";

/** The service itself, where it acts for nobody. */
export const SYSTEM: NoticeActor = { role: "system", id: NoticeActorId.parse("http-service") };

/** Plans an event with everybody who is registered about that person in its state: all that recording it comes to. */
export const planEvent = (ports: Ports, event: CustodyEvent): Effect.Effect<EventBatch, Failing> =>
  Effect.gen(function* () {
    const state = yield* lawOf(ports, event.jurisdiction);
    const isOfState = (each: { readonly jurisdiction: string }): boolean => each.jurisdiction === event.jurisdiction;
    const { events, offenses } = yield* ports.custody.of(event.supervisedPersonId);
    const registrations = (yield* ports.registry.about(event.supervisedPersonId)).filter(isOfState);
    const known = yield* knownOf(ports, registrations);
    const now = latestOf(ports.clock(), known);
    const source = { events: [...events.filter(isOfState), event], offenses, registrations, now };
    const plan = yield* planUnder(state, source);
    return { event, ...openObligations({ plan, known, by: SYSTEM }), audit: [auditOf(ports, event)] };
  });

/** A worker's clock may run ahead of this one: what an obligation learns now, it learns no earlier than what it knows. */
const latestOf = (now: Instant, known: readonly Obligation[]): Instant =>
  known.reduce((latest, { lastAt }) => (lastAt > latest ? lastAt : latest), now);

const PAGE = 100;

/** Every obligation towards those who are registered. */
export const knownOf = (
  ports: Ports,
  registrations: readonly Registration[],
): Effect.Effect<readonly Obligation[], Failing> =>
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

const auditOf = (ports: Ports, event: CustodyEvent): AuditFact => ({
  what: ReasonCode.parse("custody-event-received"),
  at: ports.clock(),
  where: ReasonCode.parse("http-service"),
  source: ReasonCode.parse("custody-feed"),
  outcome: "done",
  who: SYSTEM.id,
  about: [event.id],
});
