/** A made-up day: people registered about each of many supervised persons, to each of whom something happens. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CustodyEvent, Instant, Offense, Registration } from "@victim-rights/core";
import { NOTICE_OWED, NoticeDuty } from "@victim-rights/notification";
import { type Law, loadLaw } from "@victim-rights/rules";
import { VICTIM, VictimGround } from "@victim-rights/victim-definition";
import * as Result from "effect/Result";
import { z } from "zod";

const RULES = join(import.meta.dirname, "../../../rules");

/** The law of a state, from its folder. */
export const lawOf = (state: string): Law => {
  const folder = join(RULES, state);
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".json"));
  const files = new Map(paths.map((path) => [path, readFileSync(join(folder, path), "utf8")]));
  const eventParams = { [NOTICE_OWED]: NoticeDuty, [VICTIM]: VictimGround, class: z.strictObject({}) };
  return Result.getOrThrow(loadLaw(files, { eventParams }));
};

export const NOW = Instant.parse("2026-11-22T12:00:00Z");

/** What happened the evening before to a supervised person of a number. */
export const eventOf = (kind: "escape" | "recapture", number: number): CustodyEvent =>
  CustodyEvent.parse({
    id: `E${number}`,
    revision: 1,
    recordedAt: "2026-11-22T05:00:00Z",
    jurisdiction: "us-mo",
    supervisedPersonId: `S${number}`,
    kind,
    status: "active",
    occurred: { date: "2026-11-21", time: "22:00" },
    scheduled: null,
    releaseType: null,
    custodian: "state-prison",
    phase: "post-conviction",
    caseNumber: `C${number}`,
    facts: {},
    origin: null,
  });

/** Somebody who asked in writing to be told of a supervised person. */
export const registrationOf = (supervised: number, person: number): Registration =>
  Registration.parse({
    id: `R${supervised}-${person}`,
    jurisdiction: "us-mo",
    person: {
      id: `P${supervised}-${person}`,
      kind: "natural-person",
      name: null,
      birthDate: "1980-01-01",
      language: "en",
    },
    supervisedPersonId: `S${supervised}`,
    caseNumber: `C${supervised}`,
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
    channels: [{ channel: "written-request", status: "active", since: "2020-01-01" }],
    contacts: [{ method: "phone", value: "555-0100", currency: "current", confirmedOn: "2026-01-01", preference: 1 }],
    safeContact: { hours: [], doNotLeaveMessage: false, neverUse: [], alternate: null },
    wishesAnonymity: false,
    facts: {},
    origin: null,
  });

/** The felony that a supervised person was convicted of. */
export const offenseOf = (number: number): Offense =>
  Offense.parse({
    supervisedPersonId: `S${number}`,
    caseNumber: `C${number}`,
    class: "felony",
    completion: "committed",
    stage: "convicted",
    offenseDate: null,
    categories: { "offense.dangerous-felony": true, "offense.violent": true },
  });
