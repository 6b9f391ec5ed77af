import { type CustodyEvent, daysBetween, type LocalDate } from "@victim-rights/core";
import type { FactDraft } from "./fact-draft.ts";

/** Reads an event record as facts, on the local day `on`. */
export const projectEvent = (event: CustodyEvent, on: LocalDate): FactDraft => ({
  "event.date-ascertainable": event.scheduled === null ? null : true,
  ...event.facts,
  "event.kind": event.kind,
  "event.release-type": event.releaseType,
  "event.custodian": event.custodian,
  "event.phase": event.phase,
  "event.days-until": event.scheduled === null ? null : daysBetween(on, event.scheduled.date),
});

/** The local day on which the law and the ages are read: the day it happened, else the day it is set for, else `on`. */
export const dayOfEvent = (event: CustodyEvent, on: LocalDate): LocalDate =>
  event.occurred?.date ?? event.scheduled?.date ?? on;
