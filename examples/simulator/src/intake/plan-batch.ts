import { addMinutes, type CustodyEvent, type Instant, type Registration } from "@victim-rights/core";
import {
  type EventBatch,
  type NoticeActor,
  NoticeActorId,
  type Obligation,
  type ObligationStoreShape,
  openObligations,
  type Page,
  planNotices,
  ReasonCode,
  type StoredObligation,
} from "@victim-rights/notification";
import * as Effect from "effect/Effect";
import type { Process } from "../engine/process.ts";
import type { Simulation } from "../simulation.ts";
import { SIMULATED_LAW } from "../world/law.ts";

/** A worker's clock may have run ahead, and its steps are in the record: what follows them is dated after them. */
export const laterOf = (now: Instant, known: readonly Obligation[]): Instant =>
  known.reduce((latest, { lastAt }) => (latest >= lastAt ? latest : addMinutes(lastAt, 1)), now);

/** Everybody who is registered about whom an event is about. */
export const registrationsAbout = (event: CustodyEvent, { population, plants }: Simulation): readonly Registration[] =>
  population.people
    .flatMap(({ registrations }) => registrations)
    .filter(({ supervisedPersonId }) => supervisedPersonId === event.supervisedPersonId)
    .map((each) => (plants.tellsTheBarred ? { ...each, facts: { ...each.facts, "claimant.accused": false } } : each));

/** All obligations of these people, page by page. */
export const knownOf = (store: ObligationStoreShape, registrations: readonly Registration[]) =>
  Effect.gen(function* () {
    const known: Obligation[] = [];
    for (const personId of new Set(registrations.map(({ person }) => person.id))) {
      let afterSequence: number | null = 0;
      while (afterSequence !== null) {
        const page: Page<StoredObligation> = yield* store.listForPerson({ personId, afterSequence, limit: 50 });
        known.push(...page.items.map(({ obligation }) => obligation));
        afterSequence = page.next;
      }
    }
    return known;
  });

type Recording = {
  readonly event: CustodyEvent;
  readonly events: readonly CustodyEvent[];
  readonly registrations: readonly Registration[];
  readonly known: readonly Obligation[];
  readonly now: Instant;
  readonly process: Process;
};

/** The batch of an event. */
export const batchOf = ({ event, events, registrations, known, now, process }: Recording, { population }: Simulation) =>
  Effect.gen(function* () {
    const by: NoticeActor = { role: "system", id: NoticeActorId.parse(process.name) };
    const { offenses } = population;
    const plan = yield* Effect.fromResult(planNotices({ law: SIMULATED_LAW, events, offenses, registrations, now }));
    const audit: EventBatch["audit"] = [
      {
        what: ReasonCode.parse("custody-event-received"),
        at: now,
        where: ReasonCode.parse("recorder"),
        source: ReasonCode.parse("custody-feed"),
        outcome: "done",
        who: by.id,
        about: [event.id],
      },
    ];
    return { event, ...openObligations({ plan, known, by }), audit } satisfies EventBatch;
  });
