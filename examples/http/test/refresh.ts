import {
  type CustodyEvent,
  EventId,
  type EventKind,
  Instant,
  PersonId,
  type Registration,
  RegistrationId,
  SupervisedPersonId,
} from "@victim-rights/core";
import type { Page, StoredObligation } from "@victim-rights/notification";
import * as Effect from "effect/Effect";
import * as Equal from "effect/Equal";
import type { Assigned } from "../src/access/assignments.ts";
import { readSeed } from "../src/node/seed.ts";
import type { Ports } from "../src/ports.ts";
import { inMemoryRegistry } from "../src/registry/in-memory-registry.ts";
import { bearer, type Service } from "./service.ts";

const seed = readSeed(["us-mo"]);
const TAKEN = seed.events.find(({ kind }) => kind === "escape");
if (TAKEN === undefined) throw new Error("somebody escapes in the demonstration");
const isAbout = ({ supervisedPersonId }: { readonly supervisedPersonId: string }): boolean =>
  supervisedPersonId === TAKEN.supervisedPersonId;
const [registration] = seed.registrations.filter(isAbout);
if (registration === undefined) throw new Error("somebody is registered about whoever escapes");
const offense = seed.offenses.find(isAbout);
if (offense === undefined) throw new Error("whoever escapes has an offense");

/** Somebody under supervision of a number. */
export const supervised = (number: number): SupervisedPersonId => SupervisedPersonId.parse(`S-${number}`);

/** Whoever is registered about somebody of a number. */
export const victim = (number: number): PersonId => PersonId.parse(`V-${number}`);

/** An event about somebody of a number, made up from the demonstration's. */
export const happened = (
  number: number,
  kind: EventKind = "release",
  given: Partial<CustodyEvent> = {},
): CustodyEvent => ({
  ...TAKEN,
  id: EventId.parse(`${kind}-${number}`),
  kind,
  supervisedPersonId: supervised(number),
  ...given,
});

/** Events about so many people, one each. */
export const refresh = (people: number, from = 0): readonly CustodyEvent[] =>
  Array.from({ length: people }, (_, at) => happened(from + at));

const registeredAbout = (number: number): Registration => ({
  ...registration,
  id: RegistrationId.parse(`R-${number}`),
  person: { ...registration.person, id: victim(number) },
  supervisedPersonId: supervised(number),
});

/**
 * Records of as many people under supervision as one likes, about the first so many of whom one person each is registered in a
 * way that they are owed notice. They are found without looking through all of them, as a database does.
 */
export const recordsOf = (registered: number): Pick<Ports, "registry" | "custody"> => {
  const numbers = Array.from({ length: registered }, (_, at) => at);
  const about = Map.groupBy(numbers.map(registeredAbout), ({ supervisedPersonId }): string => supervisedPersonId);
  const events = new Map<string, readonly CustodyEvent[]>();
  const eventsOf = (id: string): readonly CustodyEvent[] => events.get(id) ?? [];
  return {
    registry: { ...inMemoryRegistry([]), about: (id) => Effect.sync(() => about.get(id) ?? []) },
    custody: {
      of: (id) =>
        Effect.sync(() => ({
          events: eventsOf(id),
          offenses: [{ ...offense, supervisedPersonId: SupervisedPersonId.parse(id) }],
        })),
      remember: (event) =>
        Effect.sync(() => {
          const { supervisedPersonId: id } = event;
          if (!eventsOf(id).some((each) => Equal.equals(each, event))) events.set(id, [...eventsOf(id), event]);
        }),
    },
  };
};

/** A liaison who is assigned to so many. */
export const liaisonOf = (people: number): readonly Assigned[] =>
  Array.from({ length: people }, (_, number) => ({
    subject: "liaison-1",
    role: "liaison",
    what: { kind: "person", id: victim(number) },
  }));

const cloudEvent = (data: unknown, at: number) => ({
  specversion: "1.0",
  id: `e-${at}`,
  source: "urn:feed",
  type: "org.victim-rights.custody-event.v1",
  data,
});

/** Sends a batch as a feed does. */
export const sendBatch = async ({ ask }: Service, events: readonly unknown[], feed = "feed-1"): Promise<Response> =>
  ask("POST", "/events/batch", {
    token: await bearer("feed", feed),
    headers: { "content-type": "application/cloudevents-batch+json" },
    body: events.map(cloudEvent),
  });

/** Sends one event as a feed does. */
export const sendOne = async ({ ask }: Service, event: CustodyEvent, feed = "feed-1"): Promise<Response> =>
  ask("POST", "/events", {
    token: await bearer("feed", feed),
    headers: { "content-type": "application/cloudevents+json" },
    body: cloudEvent(event, 0),
  });

/** Every obligation that has something to be done about it. */
export const openObligations = async ({ ports }: Service): Promise<readonly StoredObligation[]> => {
  const all: StoredObligation[] = [];
  for (let afterSequence: number | null = 0; afterSequence !== null;) {
    const asked = { now: Instant.parse("2030-01-01T00:00:00Z"), limit: 1000, afterSequence };
    const page: Page<StoredObligation> = await Effect.runPromise(ports.obligations.listDue(asked));
    all.push(...page.items);
    afterSequence = page.next;
  }
  return all;
};

/** How many of so many people are told of how many events; a notice that is owed twice counts as an event of its own. */
export const toldTimes = async (running: Service, people: number): Promise<Readonly<Record<number, number>>> => {
  const obligations = (await openObligations(running)).map(({ obligation }) => obligation);
  const byPerson = Map.groupBy(obligations, ({ subject }) => subject.personId);
  const times: Record<number, number> = {};
  for (let number = 0; number < people; number += 1) {
    const own = byPerson.get(victim(number)) ?? [];
    const repeated = own.length - new Set(own.map(({ noticeId, grounds }) => JSON.stringify([noticeId, grounds]))).size;
    const count = new Set(own.map(({ subject }) => subject.eventId)).size + repeated;
    times[count] = (times[count] ?? 0) + 1;
  }
  return times;
};

/** What waits for a person of the sample feed, with what is needed to decide it. */
export const readHold = async ({ ask }: Service, feed = "feed-1") => {
  const answer = await ask("GET", `/feeds/${feed}/hold?limit=100`, { token: await bearer("liaison") });
  const hold = (await answer.json()) as {
    readonly number: number;
    readonly people: number;
    readonly kinds: readonly object[];
    readonly items: readonly { readonly event: string }[];
    readonly next: string | null;
  };
  return { status: answer.status, etag: answer.headers.get("etag") ?? "", hold };
};

/** How a hold is decided. */
export type Deciding = { readonly etag: string; readonly key?: string; readonly hold?: number };

/** A person's decision. */
export const decide = async (
  { ask }: Service,
  found: "true-change" | "feed-fault",
  { etag, key = "key-decision-1", hold = 1 }: Deciding,
): Promise<Response> =>
  ask("POST", "/feeds/feed-1/hold/decision", {
    token: await bearer("liaison"),
    headers: { "idempotency-key": key, "if-match": etag },
    body: { hold, found, record: "memo-7" },
  });
