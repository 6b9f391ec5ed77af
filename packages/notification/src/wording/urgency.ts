import type { EventKind } from "@victim-rights/core";

/** How soon a person may want to know: it decides what a voicemail asks for. */
export type Urgency = "now" | "soon" | "when-convenient";

const NOW: readonly EventKind[] = [
  "escape",
  "erroneous-release",
  "absconding",
  "monitored-person-nearby",
  "release",
  "youth-release",
  "committed-defendant-release",
  "release-scheduled",
  "parole-granted-without-hearing",
];

const WHEN_CONVENIENT: readonly EventKind[] = [
  "custody-level-changed",
  "facility-transfer",
  "projected-release-date-set",
  "parole-eligibility-date-set",
  "parole-hearing-held",
  "clemency-denied",
  "case-status-changed",
  "presentence-report-ordered",
  "appeal-status-changed",
  "property-no-longer-needed",
  "court-proceeding-cancelled",
];

/** The urgency of an event: a change that may bring the person near is `now`; news with nothing to act on is `when-convenient`. */
export const urgencyOf = (kind: EventKind): Urgency => {
  if (NOW.includes(kind)) return "now";
  return WHEN_CONVENIENT.includes(kind) ? "when-convenient" : "soon";
};
