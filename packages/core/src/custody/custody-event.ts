import { z } from "zod";
import { CaseNumber, EventId, JurisdictionId, SupervisedPersonId } from "../ids.ts";
import { Instant } from "../time/instant.ts";
import { LocalDate } from "../time/local-date.ts";
import { LocalTime } from "../time/local-time.ts";
import { EventKind, ReleaseType } from "./event-kind.ts";

/** Who holds or supervises the person. */
export const Custodian = z.enum([
  "police",
  "municipal-detention",
  "county-jail",
  "state-prison",
  "mental-health-facility",
  "youth-facility",
  "community-programme",
  "field-supervision",
  "other-jurisdiction",
]);
export type Custodian = z.infer<typeof Custodian>;

/** Where the criminal case stands for the person under supervision. */
export const CustodyPhase = z.enum([
  "pretrial",
  "post-conviction",
  "mental-health-commitment",
  "supervision",
  "juvenile",
]);
export type CustodyPhase = z.infer<typeof CustodyPhase>;

/** A local day, with the clock time when the record has one. A record without a time is read at its day's start for deadlines that run after it. */
export const LocalMoment = z.strictObject({
  date: LocalDate,
  time: LocalTime.nullable(),
});
export type LocalMoment = z.infer<typeof LocalMoment>;

/** Where in a file a record came from, so that a report can point at it. */
export const RecordOrigin = z.strictObject({ file: z.string(), row: z.int().min(1) });
export type RecordOrigin = z.infer<typeof RecordOrigin>;

/**
 * One state of one custody event. A correction, a new hearing date or a withdrawal is a further revision with the same id:
 * the highest revision stands and the others are superseded.
 */
export const CustodyEvent = z.strictObject({
  id: EventId,
  revision: z.int().min(1),
  recordedAt: Instant.nullable(),
  jurisdiction: JurisdictionId,
  supervisedPersonId: SupervisedPersonId,
  kind: EventKind,
  status: z.enum(["active", "withdrawn"]),
  occurred: LocalMoment.nullable().meta({ description: "When it happened, in the agency's zone." }),
  scheduled: LocalMoment.nullable().meta({ description: "When the hearing, release or proceeding is set for." }),
  releaseType: ReleaseType.nullable(),
  custodian: Custodian.nullable(),
  phase: CustodyPhase.nullable(),
  caseNumber: CaseNumber.nullable(),
  facts: z
    .record(z.string(), z.union([z.boolean(), z.string(), z.number()]))
    .meta({ description: "Further facts by name, known about this event." }),
  origin: RecordOrigin.nullable(),
});
export type CustodyEvent = z.infer<typeof CustodyEvent>;
