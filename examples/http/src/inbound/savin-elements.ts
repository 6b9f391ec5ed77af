import type { EventKind } from "@victim-rights/core";

/**
 * Where a notification message has what a custody event needs: paths of local names, from any ancestor down. The names
 * are of NIEM and its justice domain; they are not verified against the schemas of the victim-notification service
 * specification, which could not be read here. An agency sets them to its own exchange: nothing else in the reader
 * knows a name.
 */
export type SavinElements = {
  readonly root: string;
  readonly eventId: readonly string[];
  readonly revision: readonly string[];
  readonly recordedAt: readonly string[];
  readonly supervisedPersonId: readonly string[];
  readonly caseNumber: readonly string[];
  readonly code: readonly string[];
  readonly occurredDate: readonly string[];
  readonly occurredMoment: readonly string[];
  readonly scheduledDate: readonly string[];
  readonly scheduledMoment: readonly string[];
  readonly withdrawn: readonly string[];
};

/** The names that are read where an agency sets no others. */
export const SAVIN_ELEMENTS: SavinElements = {
  root: "VictimNotification",
  eventId: ["ActivityIdentification", "IdentificationID"],
  revision: ["ActivityIdentification", "IdentificationRevision"],
  recordedAt: ["DocumentCreationDate", "DateTime"],
  supervisedPersonId: ["SubjectIdentification", "IdentificationID"],
  caseNumber: ["CaseTrackingID"],
  code: ["NotificationEventCode"],
  occurredDate: ["ActivityDate", "Date"],
  occurredMoment: ["ActivityDate", "DateTime"],
  scheduledDate: ["ScheduledDate", "Date"],
  scheduledMoment: ["ScheduledDate", "DateTime"],
  withdrawn: ["ActivityCancelledIndicator"],
};

/** What an agency's own event codes mean; a code that is not listed is refused and never guessed. */
export type SavinCodes = ReadonlyMap<string, EventKind>;
