import { CustodyEvent, Instant, LocalDate, Offense, Registration } from "@victim-rights/core";
import * as Result from "effect/Result";
import {
  type Disposition,
  type NeedsPerson,
  type NoticePlan,
  type NotOwed,
  type Owed,
  planNotices,
  type PlanInput,
} from "../src/index.ts";
import { XX_YY } from "./xx-yy.ts";

export const NOW = Instant.parse("2026-03-01T12:00:00Z");
export const day = (text: string): LocalDate => LocalDate.parse(text);
export const instant = (text: string): Instant => Instant.parse(text);

/** A hearing set for 2 April 2026 at half past nine. */
export const event = (given: Partial<Record<keyof CustodyEvent, unknown>> = {}): CustodyEvent =>
  CustodyEvent.parse({
    id: "E1",
    revision: 1,
    recordedAt: "2026-02-20T15:00:00Z",
    jurisdiction: "xx-yy",
    supervisedPersonId: "S1",
    kind: "parole-hearing-scheduled",
    status: "active",
    occurred: null,
    scheduled: { date: "2026-04-02", time: "09:30" },
    releaseType: null,
    custodian: "state-prison",
    phase: "post-conviction",
    caseNumber: "C1",
    facts: {},
    origin: null,
    ...given,
  });

/** Someone registered with corrections and not with the board, who wants letters first and email second. */
export const registration = (given: Partial<Record<keyof Registration, unknown>> = {}): Registration =>
  Registration.parse({
    id: "R1",
    jurisdiction: "xx-yy",
    person: { id: "P1", kind: "natural-person", name: null, birthDate: "1980-01-01", language: "en" },
    supervisedPersonId: "S1",
    caseNumber: "C1",
    relation: "self",
    directVictim: {
      birthDate: null,
      minor: false,
      incompetent: false,
      incapacitated: false,
      deceased: false,
      homicideVictim: false,
    },
    harm: {
      directness: "direct",
      bodilyInjury: true,
      threatOfBodilyInjury: true,
      emotional: true,
      financial: false,
      propertyLoss: false,
      death: false,
    },
    channels: [
      { channel: "corrections", status: "active", since: "2020-01-01" },
      { channel: "board", status: "none", since: null },
    ],
    contacts: [
      { method: "postal", value: "1 Main St", currency: "current", confirmedOn: "2025-01-01", preference: 1 },
      { method: "email", value: "a@example.org", currency: "current", confirmedOn: "2025-01-01", preference: 2 },
    ],
    safeContact: { hours: [], doNotLeaveMessage: false, neverUse: [], alternate: null },
    wishesAnonymity: false,
    facts: { "claimant.accused": false },
    origin: null,
    ...given,
  });

export const offense = (given: Partial<Record<keyof Offense, unknown>> = {}): Offense =>
  Offense.parse({
    supervisedPersonId: "S1",
    caseNumber: "C1",
    class: "felony",
    completion: "committed",
    stage: "convicted",
    offenseDate: null,
    categories: { "offense.violent": false },
    ...given,
  });

/** Plans in the made-up state; a plan that fails is a mistake of the test. */
export const plan = (given: Partial<PlanInput> = {}): NoticePlan => {
  const planned = planNotices({
    law: XX_YY,
    events: [event()],
    registrations: [registration()],
    offenses: [offense()],
    now: NOW,
    ...given,
  });
  if (Result.isFailure(planned)) throw planned.failure;
  return planned.success;
};

export const dispositions = ({ owed, needsPerson, notOwed }: NoticePlan): readonly Disposition[] => [
  ...owed,
  ...needsPerson,
  ...notOwed,
];

/** The only disposition of a plan. */
export const only = (given: Partial<PlanInput> = {}): Disposition => {
  const [first, ...rest] = dispositions(plan(given));
  if (first === undefined || rest.length > 0) throw new Error("expected exactly one pair");
  return first;
};

/** Channel entries as a record holds them. */
export const channels = (corrections: string, board = "none"): unknown => [
  { channel: "corrections", status: corrections, since: null },
  { channel: "board", status: board, since: null },
];

/** An escape late in the evening before `NOW`, recorded in the night. */
export const escape = event({
  kind: "escape",
  scheduled: null,
  occurred: { date: "2026-02-28", time: "22:00" },
  recordedAt: "2026-03-01T05:00:00Z",
});

/** Something that happened on a day in the week before `NOW`. */
export const happened = (kind: string, date = "2026-02-28"): CustodyEvent =>
  event({ kind, scheduled: null, occurred: { date, time: null } });

const onlyIn = <L extends Disposition["list"]>(
  list: L,
  given: Partial<PlanInput>,
): Extract<Disposition, { list: L }> => {
  const found = only(given);
  if (found.list !== list) throw new Error(`expected ${list}, found ${found.list}`);
  return found as Extract<Disposition, { list: L }>;
};
export const owed = (given: Partial<PlanInput> = {}): Owed => onlyIn("owed", given);
export const person = (given: Partial<PlanInput> = {}): NeedsPerson => onlyIn("needs-a-person", given);
export const refused = (given: Partial<PlanInput> = {}): NotOwed => onlyIn("not-owed", given);
