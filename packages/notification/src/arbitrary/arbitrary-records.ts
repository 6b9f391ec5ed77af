import { addDays, CustodyEvent, EventKind, LocalDate, Offense, Registration, ReleaseType } from "@victim-rights/core";
import type { Law } from "@victim-rights/rules";
import * as fc from "fast-check";

/** Records that bear on each other: few people, few supervised persons, few events, so that pairs, revisions and repeats are common. */
export type ArbitraryLawRecords = {
  readonly registrations: readonly Registration[];
  readonly events: readonly CustodyEvent[];
  readonly offenses: readonly Offense[];
};

const few = (prefix: string): fc.Arbitrary<string> =>
  fc.integer({ min: 1, max: 3 }).map((number) => `${prefix}${number}`);
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { freq: 3 });

const FIRST_DAY = LocalDate.parse("2026-01-01");
const date = fc.integer({ min: 0, max: 364 }).map((days) => addDays(FIRST_DAY, days));
const clock = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hours, minutes]) => `${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`);
const moment = fc.record({ date, time: maybe(clock) });
const recordedAt = fc.tuple(date, clock).map(([day, time]) => `${day}T${time}:00Z`);

/** A custody event of the year 2026 under a law. `kinds` narrows what happens; without it, every kind does. */
export const arbitraryEvent = (law: Law, kinds: readonly EventKind[] = EventKind.options): fc.Arbitrary<CustodyEvent> =>
  fc
    .record({
      id: few("E"),
      revision: fc.integer({ min: 1, max: 3 }),
      recordedAt: maybe(recordedAt),
      jurisdiction: fc.constant(law.id),
      supervisedPersonId: few("S"),
      kind: fc.constantFrom(...kinds),
      status: fc.constantFrom("active", "active", "active", "withdrawn"),
      occurred: maybe(moment),
      scheduled: maybe(moment),
      releaseType: maybe(fc.constantFrom(...ReleaseType.options)),
      custodian: maybe(fc.constantFrom("county-jail", "state-prison")),
      phase: maybe(fc.constantFrom("pretrial", "post-conviction")),
      caseNumber: maybe(few("C")),
      facts: fc.constant({}),
      origin: fc.constant(null),
    })
    .map((event) => CustodyEvent.parse(event));

/** An offense of one of the supervised persons, with what is not known left open. */
export const arbitraryOffense: fc.Arbitrary<Offense> = fc
  .record({
    supervisedPersonId: few("S"),
    caseNumber: maybe(few("C")),
    class: maybe(fc.constantFrom("felony", "misdemeanor")),
    completion: maybe(fc.constantFrom("committed", "attempted")),
    stage: maybe(fc.constantFrom("charged", "convicted")),
    offenseDate: fc.constant(null),
    categories: fc.dictionary(fc.constantFrom("offense.violent", "offense.sexual"), fc.boolean()),
  })
  .map((offense) => Offense.parse(offense));

const contact = fc.record({
  method: fc.constantFrom("postal", "email", "phone", "sms", "automated-system"),
  value: few("value-"),
  currency: fc.constantFrom("current", "current", "returned", "stale", "unknown"),
  confirmedOn: maybe(date),
  preference: maybe(fc.integer({ min: 1, max: 4 })),
});

const safeContact = fc.record({
  hours: fc.constantFrom([], [{ from: "09:00", to: "17:00" }]),
  doNotLeaveMessage: fc.boolean(),
  neverUse: fc.subarray(["postal", "email", "phone", "sms"], { maxLength: 2 }),
  alternate: fc.constant(null),
});

const mayBe = maybe(fc.boolean());
const harm = fc.record({
  directness: maybe(fc.constantFrom("direct", "threatened", "derivative", "none")),
  bodilyInjury: mayBe,
  threatOfBodilyInjury: mayBe,
  emotional: mayBe,
  financial: mayBe,
  propertyLoss: mayBe,
  death: mayBe,
});
const directVictim = fc.record({
  birthDate: maybe(date),
  minor: mayBe,
  incompetent: mayBe,
  incapacitated: mayBe,
  deceased: mayBe,
  homicideVictim: mayBe,
});

const channels = (law: Law): fc.Arbitrary<readonly unknown[]> =>
  fc
    .tuple(
      ...law.profile.channels.map(({ id }) =>
        fc
          .constantFrom("active", "active", "none", "withdrawn", "unknown")
          .map((status) => ({ channel: id, status, since: null })),
      ),
    )
    .chain((all) => fc.subarray(all));

/** A registration in a law's channels; any field that may be unknown sometimes is. */
export const arbitraryRegistration = (law: Law): fc.Arbitrary<Registration> =>
  fc
    .record({
      id: few("R"),
      jurisdiction: fc.constant(law.id),
      person: fc.record({
        id: few("P"),
        kind: maybe(fc.constant("natural-person")),
        name: fc.constant(null),
        birthDate: fc.constant(null),
        language: maybe(fc.constantFrom("en", "es")),
      }),
      supervisedPersonId: few("S"),
      caseNumber: maybe(few("C")),
      relation: maybe(fc.constantFrom("self", "parent", "none")),
      directVictim,
      harm,
      channels: channels(law),
      contacts: fc.array(contact, { maxLength: 3 }),
      safeContact,
      wishesAnonymity: fc.boolean(),
      facts: fc.dictionary(fc.constant("claimant.accused"), fc.boolean()),
      origin: fc.constant(null),
    })
    .map((registration) => Registration.parse(registration));

/** Registrations, events and offenses under one law. */
export const arbitraryRecords = (
  law: Law,
  kinds: readonly EventKind[] = EventKind.options,
): fc.Arbitrary<ArbitraryLawRecords> =>
  fc.record({
    registrations: fc.array(arbitraryRegistration(law), { maxLength: 6 }),
    events: fc.array(arbitraryEvent(law, kinds), { maxLength: 6 }),
    offenses: fc.array(arbitraryOffense, { maxLength: 4 }),
  });
