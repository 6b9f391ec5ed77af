import { type Calendar, type CustodyEvent, custodyStatusOn, daysUntil, type LocalDate } from "@victim-rights/core";
import type { FactDraft } from "./fact-draft.ts";

/** What an event is read with. */
export type EventSetting = {
  /** The state's calendar, which says how its days are counted. */
  readonly calendar: Calendar;
  /** Every event on record of the person under supervision, this one included. */
  readonly history: readonly CustodyEvent[];
  /** Today, as a day in the agency's zone. */
  readonly on: LocalDate;
};

/** Reads an event record as facts: the days of notice left by the state's counting rule, the custody status from the feed. */
export const projectEvent = (event: CustodyEvent, { calendar, history, on }: EventSetting): FactDraft => ({
  "event.date-ascertainable": event.scheduled === null ? null : true,
  ...event.facts,
  "event.kind": event.kind,
  "event.release-type": event.releaseType,
  "event.custodian": event.custodian,
  "event.phase": event.phase,
  "event.days-until": event.scheduled === null ? null : daysUntil(calendar, { from: on, to: event.scheduled.date }),
  "supervised-person.custody-status": custodyStatusOn(history, on),
});

/** The local day on which the law and the ages are read: the day it happened, else the day it is set for, else `on`. */
export const dayOfEvent = (event: CustodyEvent, on: LocalDate): LocalDate =>
  event.occurred?.date ?? event.scheduled?.date ?? on;
