import { CustodyEvent, LocalDate, Offense, Registration } from "@victim-rights/core";
import { describe, expect, test } from "vitest";
import { SAMPLE_PROFILE } from "../arbitrary/sample-profile.ts";
import { factsOfPair } from "./facts-of-pair.ts";

const today = LocalDate.parse("2026-11-22");

const hearing = CustodyEvent.parse({
  id: "E1",
  revision: 1,
  recordedAt: null,
  jurisdiction: "xx-yy",
  supervisedPersonId: "D1",
  kind: "parole-hearing-scheduled",
  status: "active",
  occurred: null,
  scheduled: { date: "2027-01-10", time: null },
  releaseType: null,
  custodian: null,
  phase: "post-conviction",
  caseNumber: "C1",
  facts: {},
  origin: null,
});

const nobodySaid = {
  bodilyInjury: null,
  threatOfBodilyInjury: null,
  emotional: null,
  financial: null,
  propertyLoss: null,
  death: null,
};

const registration = (change: Record<string, unknown> = {}): Registration =>
  Registration.parse({
    id: "R1",
    jurisdiction: "xx-yy",
    person: { id: "P1", kind: "natural-person", name: null, birthDate: "2009-01-10", language: null },
    supervisedPersonId: "D1",
    caseNumber: "C1",
    relation: "self",
    directVictim: {
      birthDate: null,
      minor: null,
      incompetent: null,
      incapacitated: null,
      deceased: null,
      homicideVictim: null,
    },
    harm: { directness: "direct", ...nobodySaid },
    channels: [],
    contacts: [],
    safeContact: { hours: [], doNotLeaveMessage: false, neverUse: [], alternate: null },
    wishesAnonymity: false,
    facts: {},
    origin: null,
    ...change,
  });

const offense = (change: Record<string, unknown> = {}): Offense =>
  Offense.parse({
    supervisedPersonId: "D1",
    caseNumber: "C1",
    class: "felony",
    completion: "committed",
    stage: "convicted",
    offenseDate: null,
    categories: {},
    ...change,
  });

const read = (records: {
  registrations?: Registration[];
  offenses?: Offense[];
  event?: CustodyEvent;
  history?: CustodyEvent[];
}) =>
  factsOfPair({
    registrations: [registration()],
    offenses: [],
    event: hearing,
    history: [],
    calendar: SAMPLE_PROFILE.calendar,
    on: today,
    ...records,
  });

describe("factsOfPair", () => {
  test("counts the days until a hearing from today", () => {
    expect(read({}).facts["event.days-until"]).toBe(49);
  });

  test("reads the custody status off the feed, and leaves it unknown where the feed does not say", () => {
    const escape: CustodyEvent = { ...hearing, kind: "escape", scheduled: null, occurred: { date: today, time: null } };
    expect(read({ history: [escape] }).facts["supervised-person.custody-status"]).toBe("at-large");
    expect(read({ history: [hearing] }).facts).not.toHaveProperty("supervised-person.custody-status");
  });

  test("takes the age on the day of the event: eighteen on the birthday itself", () => {
    expect(read({}).facts["claimant.age"]).toBe(18);
    const dayBefore = { ...hearing, scheduled: { date: LocalDate.parse("2027-01-09"), time: null } };
    expect(read({ event: dayBefore }).facts["claimant.age"]).toBe(17);
  });

  test("lets a direct victim's own birth date answer for the direct victim, and a relative's not", () => {
    expect(read({}).facts["direct-victim.age"]).toBe(18);
    expect(read({ registrations: [registration({ relation: "parent" })] }).facts).not.toHaveProperty(
      "direct-victim.age",
    );
  });

  test("makes no fact of a field that no record fills", () => {
    const names = Object.keys(read({}).facts);
    expect(names).not.toContain("harm.emotional");
    expect(names).not.toContain("event.custodian");
    expect(names).not.toContain("offense.class");
    expect(names).not.toContain("registration.written-request");
  });

  test("reads a channel: active is yes, withdrawn is no, unknown and unlisted stay unknown", () => {
    const channels = [
      { channel: "a", status: "active", since: null },
      { channel: "b", status: "withdrawn", since: null },
      { channel: "c", status: "unknown", since: null },
    ];
    const { facts } = read({ registrations: [registration({ channels })] });
    expect(facts["registration.a"]).toBe(true);
    expect(facts["registration.b"]).toBe(false);
    expect(facts).not.toHaveProperty("registration.c");
    expect(facts).not.toHaveProperty("registration.d");
  });

  test("reads contact data: none on file is no, unconfirmed is unknown, current is yes", () => {
    const contact = (method: string, currency: string) => ({
      method,
      value: "x",
      currency,
      confirmedOn: null,
      preference: null,
    });
    const { facts } = read({
      registrations: [registration({ contacts: [contact("phone", "current"), contact("email", "unknown")] })],
    });
    expect(facts["contact.current-phone"]).toBe(true);
    expect(facts["contact.current-address"]).toBe(false);
    expect(facts).not.toHaveProperty("contact.current-email");
  });

  test("puts the rows of one person together", () => {
    const one = registration({ channels: [{ channel: "a", status: "active", since: null }] });
    const two = registration({ id: "R2", channels: [{ channel: "b", status: "active", since: null }] });
    expect(read({ registrations: [one, two] })).toMatchObject({
      facts: { "registration.a": true, "registration.b": true },
      contradictions: [],
    });
  });

  test("leaves a fact on which two rows contradict each other unknown, and names it", () => {
    const merged = read({ registrations: [registration(), registration({ id: "R2", relation: "spouse" })] });
    expect(merged.contradictions).toContain("claimant.relation");
    expect(merged.facts).not.toHaveProperty("claimant.relation");
  });

  test("takes the gravest class of a case with several offenses, and stays open while a graver one is possible", () => {
    const read2 = (first: string | null, second: string | null) =>
      read({ offenses: [offense({ class: first }), offense({ class: second })] }).facts["offense.class"];
    expect(read2("misdemeanor", "felony")).toBe("felony");
    expect(read2("felony", null)).toBe("felony");
    expect(read2("misdemeanor", null)).toBeUndefined();
    expect(read2("misdemeanor", "infraction")).toBe("misdemeanor");
  });

  test("says a category holds when any offense of the case has it, and only denies it when all deny it", () => {
    const sexual = (value: boolean) => ({ categories: { "offense.sexual": value } });
    const of = (...offenses: Offense[]) => read({ offenses }).facts["offense.sexual"];
    expect(of(offense(sexual(false)), offense(sexual(true)))).toBe(true);
    expect(of(offense(sexual(false)), offense())).toBeUndefined();
    expect(of(offense(sexual(false)), offense(sexual(false)))).toBe(false);
  });

  test("does not take another case's offense for this one's", () => {
    expect(read({ offenses: [offense({ caseNumber: "C2" })] }).facts).not.toHaveProperty("offense.class");
  });

  test("does not guess among several cases when the registration names none", () => {
    const noCase = [registration({ caseNumber: null })];
    expect(
      read({ registrations: noCase, offenses: [offense(), offense({ caseNumber: "C2" })] }).facts,
    ).not.toHaveProperty("offense.class");
    expect(read({ registrations: noCase, offenses: [offense()] }).facts["offense.class"]).toBe("felony");
  });

  test("knows whether the case is the one under review only when both records name a case", () => {
    expect(read({}).facts["offense.under-review"]).toBe(true);
    expect(read({ registrations: [registration({ caseNumber: "C9" })] }).facts["offense.under-review"]).toBe(false);
    expect(read({ event: { ...hearing, caseNumber: null } }).facts).not.toHaveProperty("offense.under-review");
  });
});
