import { Instant, Registration, ZoneId } from "@victim-rights/core";
import type { PendingRegistration } from "../../src/registry/registry.ts";
import { UNKNOWN_HARM, UNKNOWN_VICTIM } from "../../src/registry/unknown-facts.ts";

export const HELD_AT = Instant.parse("2026-11-09T13:00:00Z");
export const ENDS_AT = Instant.parse("2026-11-09T14:00:00Z");

/** A registration of its own number: its id, its person, and two ways to reach them. */
export const sampleRegistration = (number: number | string, rest: Partial<Registration> = {}): Registration =>
  Registration.parse({
    id: `registration-${number}`,
    jurisdiction: "us-mo",
    person: { id: `person-${number}`, kind: "natural-person", name: `Name ${number}`, birthDate: null, language: "es" },
    supervisedPersonId: "supervised-1",
    caseNumber: null,
    relation: null,
    directVictim: UNKNOWN_VICTIM,
    harm: UNKNOWN_HARM,
    channels: [],
    contacts: [
      {
        method: "email",
        value: `canary-${number}@canary.example`,
        currency: "current",
        confirmedOn: null,
        preference: 2,
      },
      { method: "sms", value: `+1555000${number}`, currency: "current", confirmedOn: "2026-11-09", preference: 1 },
    ],
    safeContact: {
      hours: [{ from: "09:00", to: "11:00" }],
      doNotLeaveMessage: true,
      neverUse: ["phone"],
      alternate: null,
    },
    wishesAnonymity: true,
    facts: {},
    origin: null,
    ...rest,
  });

/** A request for a registration, whose code has the digest `right <number>`. */
export const samplePending = (number: number, registration = sampleRegistration(number)): PendingRegistration => ({
  request: `request-${number}`,
  codeDigest: `right ${number}`,
  expiresAt: ENDS_AT,
  registration,
  zone: ZoneId.parse("America/Chicago"),
});

/** A code for a request, right unless it says otherwise. */
export const codeFor = (number: number, { right = true, at = HELD_AT } = {}) => ({
  request: `request-${number}`,
  codeDigest: right ? `right ${number}` : "wrong",
  at,
});
