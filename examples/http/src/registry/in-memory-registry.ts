import { type Registration, type RegistrationId, Revision, RevisionConflict } from "@victim-rights/core";
import * as Effect from "effect/Effect";
import { dropOldest } from "../http/drop-oldest.ts";
import {
  type CodeGiven,
  MOST_TRIES,
  type PendingRegistration,
  type Registry,
  type RegistrationPage,
  type StoredRegistration,
} from "./registry.ts";

type Waiting = PendingRegistration & { readonly tries: number; readonly taken: RegistrationId | null };

type Held = {
  readonly waiting: Map<string, Waiting>;
  readonly registrations: Map<RegistrationId, StoredRegistration>;
};

/** So many requests wait at most: the oldest is dropped. */
const MOST_WAITING = 10_000;

const FIRST = Revision.parse(1);

/** A registry for as long as the process lasts, with some registrations to begin with. */
export const inMemoryRegistry = (seeded: readonly Registration[] = []): Registry => {
  const held: Held = {
    waiting: new Map(),
    registrations: new Map(
      seeded.map((registration) => [registration.id, { registration, status: "active", revision: FIRST }]),
    ),
  };
  return {
    hold: (pending) => Effect.sync(() => holdIn(held, pending)),
    confirm: (given) => Effect.sync(() => confirmIn(held, given)),
    find: (id) => Effect.sync(() => held.registrations.get(id) ?? null),
    listForPerson: (asked) => Effect.sync(() => pageIn(held, asked)),
    about: (id) => Effect.sync(() => activeAbout(held, id)),
    withdraw: (id, expected) => Effect.suspend(() => withdrawIn(held, id, expected)),
  };
};

const holdIn = ({ waiting }: Held, pending: PendingRegistration): void => {
  dropOldest(waiting, MOST_WAITING);
  waiting.set(pending.request, { ...pending, tries: 0, taken: null });
};

const confirmIn = (held: Held, { request, codeDigest, at }: CodeGiven): StoredRegistration | null => {
  const waiting = held.waiting.get(request);
  if (waiting === undefined || waiting.expiresAt <= at || waiting.tries >= MOST_TRIES) return null;
  if (waiting.codeDigest !== codeDigest) {
    held.waiting.set(request, { ...waiting, tries: waiting.tries + 1 });
    return null;
  }
  if (waiting.taken !== null) return held.registrations.get(waiting.taken) ?? null;
  const stored = sameAlready(held, waiting.registration) ?? {
    registration: waiting.registration,
    status: "active",
    revision: FIRST,
  };
  held.registrations.set(stored.registration.id, stored);
  held.waiting.set(request, { ...waiting, taken: stored.registration.id });
  return stored;
};

const sameAlready = (held: Held, { supervisedPersonId, contacts }: Registration): StoredRegistration | undefined =>
  [...held.registrations.values()].find(
    ({ registration, status }) =>
      status === "active" &&
      registration.supervisedPersonId === supervisedPersonId &&
      registration.contacts.some(({ value }) => contacts.some((each) => each.value === value)),
  );

const activeAbout = ({ registrations }: Held, supervisedPersonId: string): readonly Registration[] =>
  [...registrations.values()]
    .filter(({ registration, status }) => status === "active" && registration.supervisedPersonId === supervisedPersonId)
    .map(({ registration }) => registration);

const pageIn = (
  { registrations }: Held,
  { personId, after, limit }: Parameters<Registry["listForPerson"]>[0],
): RegistrationPage => {
  const all = [...registrations.values()].filter(({ registration }) => registration.person.id === personId);
  const from = after === null ? 0 : all.findIndex(({ registration }) => registration.id === after) + 1;
  const items = all.slice(from, from + limit);
  return { items, next: from + limit < all.length ? (items.at(-1)?.registration.id ?? null) : null };
};

const withdrawIn = (
  held: Held,
  id: RegistrationId,
  expected: Revision,
): Effect.Effect<StoredRegistration | null, RevisionConflict> => {
  const stored = held.registrations.get(id);
  if (stored === undefined) return Effect.succeed(null);
  if (stored.revision !== expected)
    return Effect.fail(new RevisionConflict({ record: id, expected, actual: stored.revision }));
  if (stored.status === "withdrawn") return Effect.succeed(stored);
  const withdrawn: StoredRegistration = {
    ...stored,
    status: "withdrawn",
    revision: Revision.parse(stored.revision + 1),
  };
  held.registrations.set(id, withdrawn);
  return Effect.succeed(withdrawn);
};
