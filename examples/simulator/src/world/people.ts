import {
  type ContactMethod,
  LocalTime,
  Offense,
  type PersonId,
  Registration,
  type SupervisedPersonId,
  ZoneId,
} from "@victim-rights/core";
import { ContactRef } from "@victim-rights/notification";
import type { ContactRecord } from "@victim-rights-examples/delivery-worker/contact/contact-options";
import type { Random } from "../seed/random.ts";

/** A contact point with its value: the registry alone knows it, and each value is marked, so that it is known wherever it turns up. */
type Point = { readonly contact: ContactRef; readonly method: ContactMethod; readonly value: unknown };

/** A person who may be owed notices, as the registry has them. */
type SimulatedPerson = {
  readonly id: PersonId;
  readonly registrations: readonly Registration[];
  readonly points: readonly Point[];
  readonly record: Omit<ContactRecord, "readAt">;
};

/** Everybody in a simulation. */
export type Population = {
  readonly people: readonly SimulatedPerson[];
  readonly supervised: readonly SupervisedPersonId[];
  readonly offenses: readonly Offense[];
};

/** What marks every contact value, however it is written. */
export const CANARY = /canary|5550199/iu;

const SUPERVISED = 9;
const PEOPLE = 8;

/** Draws a population. */
export const populationOf = (random: Random): Population => {
  const offenses = Array.from({ length: SUPERVISED }, (_, index) => offense(`S${index + 1}`, random));
  const supervised = offenses.map(({ supervisedPersonId }) => supervisedPersonId);
  return { supervised, offenses, people: Array.from({ length: PEOPLE }, (_, index) => person(index + 1, random)) };
};

const offense = (supervisedPersonId: string, random: Random): Offense =>
  Offense.parse({
    supervisedPersonId,
    caseNumber: `C-${supervisedPersonId}`,
    class: "felony",
    completion: "committed",
    stage: "convicted",
    offenseDate: null,
    categories: random.hits(100) ? {} : { "offense.violent": random.hits(500) },
  });

const METHODS = ["phone", "sms", "email", "postal"] as const;

const person = (number: number, random: Random): SimulatedPerson => {
  const id = `P${number}`;
  const isUnreachable = random.hits(100);
  const methods = METHODS.filter(() => random.hits(600));
  const used = methods.length === 0 ? (["email"] as const) : methods;
  const points = used.map((method) => ({
    contact: ContactRef.parse(`contact-${id}-${method}`),
    method,
    value: valueOf(method, number),
  }));
  const entries = points.map(({ contact, method }, index) => ({
    contact,
    method,
    currency: isUnreachable || (index > 0 && random.hits(200)) ? ("returned" as const) : ("current" as const),
    preference: index + 1,
  }));
  const safeContact = {
    hours: random.hits(300) ? [{ from: LocalTime.parse("10:00"), to: LocalTime.parse("16:00") }] : [],
    doNotLeaveMessage: random.hits(200),
    neverUse: used.length > 1 && random.hits(200) ? [used[0]] : [],
    alternate: null,
  };
  const zone = random.hits(900) ? ZoneId.parse("America/Chicago") : null;
  const first = random.between(1, SUPERVISED);
  const second = random.between(1, SUPERVISED);
  const about = [...new Set([first, second])];
  const registrations = about.map((supervised) =>
    registration({ id, supervised: `S${supervised}`, contacts: entries, safeContact, points }, random),
  );
  return { id: registrations[0]?.person.id as PersonId, registrations, points, record: { entries, safeContact, zone } };
};

const valueOf = (method: ContactMethod, number: number): unknown => {
  if (method === "email") return `canary-${number}@canary.example`;
  if (method === "postal") return [`Canary Person ${number}`, `${number} Canary Street`, "Canary City"];
  return `+15550199${String(number).padStart(3, "0")}`;
};

type Drawn = {
  readonly id: string;
  readonly supervised: string;
  readonly contacts: ContactRecord["entries"];
  readonly safeContact: ContactRecord["safeContact"];
  readonly points: readonly Point[];
};

const OF_AGE = {
  birthDate: null,
  minor: false,
  incompetent: false,
  incapacitated: false,
  deceased: false,
  homicideVictim: false,
};

const HARM = {
  directness: "direct",
  bodilyInjury: true,
  threatOfBodilyInjury: true,
  emotional: true,
  financial: false,
  propertyLoss: false,
  death: false,
};

const registration = (drawn: Drawn, random: Random): Registration =>
  Registration.parse({
    id: `R-${drawn.id}-${drawn.supervised}`,
    jurisdiction: "xx-sim",
    person: {
      id: drawn.id,
      kind: "natural-person",
      name: `Canary Name ${drawn.id}`,
      birthDate: "1980-01-01",
      language: random.pick(["en", "es"]),
    },
    supervisedPersonId: drawn.supervised,
    caseNumber: `C-${drawn.supervised}`,
    relation: "self",
    directVictim: OF_AGE,
    harm: HARM,
    channels: [
      { channel: "corrections", status: random.pick(["active", "active", "active", "none", "unknown"]), since: null },
      { channel: "board", status: random.pick(["active", "none", "none"]), since: null },
    ],
    contacts: drawn.contacts.map(({ method, currency, preference, contact }) => ({
      method,
      value: String(drawn.points.find((point) => point.contact === contact)?.value),
      currency,
      confirmedOn: null,
      preference,
    })),
    safeContact: drawn.safeContact,
    wishesAnonymity: false,
    facts: { "claimant.accused": random.hits(150) },
    origin: null,
  });
