import type { CustodyEvent, LocalDate, Offense, Registration } from "@victim-rights/core";
import { dayOfEvent, projectEvent } from "./event-projection.ts";
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
  /** Today, as a day in the agency's zone. */
  readonly on: LocalDate;
};

/** Reads the records of one person and one event as facts. Fields that no record fills stay unknown; contradictions are named, not settled. */
export const factsOfPair = ({ registrations, offenses, event, on }: PairRecords): MergedFacts => {
  const day = dayOfEvent(event, on);
  return mergeDrafts([
    projectEvent(event, on),
    ...registrations.flatMap((registration) => [
      projectRegistration(registration, day),
      projectOffenses(offenses, registration.caseNumber),
      projectReview(event.caseNumber, registration.caseNumber),
    ]),
  ]);
};
