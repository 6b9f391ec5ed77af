import type { CustodyEvent, Offense, Registration } from "@victim-rights/core";
import { dayOfEvent, type EventSetting, projectEvent } from "./event-projection.ts";
import { mergeDrafts, type MergedFacts } from "./fact-draft.ts";
import { projectOffenses, projectReview } from "./offense-projection.ts";
import { projectRegistration } from "./registration-projection.ts";

/** The records that bear on one person and one event. */
export type PairRecords = {
  /** Every registration of this person about this supervised person. */
  readonly registrations: readonly Registration[];
  /** Every offense of this supervised person. */
  readonly offenses: readonly Offense[];
  readonly event: CustodyEvent;
} & EventSetting;

/** Reads the records of one person and one event as facts. Fields that no record fills stay unknown; contradictions are named, not settled. */
export const factsOfPair = ({ registrations, offenses, event, ...setting }: PairRecords): MergedFacts => {
  const day = dayOfEvent(event, setting.on);
  return mergeDrafts([
    projectEvent(event, setting),
    ...registrations.flatMap((registration) => [
      projectRegistration(registration, day),
      projectOffenses(offenses, registration.caseNumber),
      projectReview(event.caseNumber, registration.caseNumber),
    ]),
  ]);
};
