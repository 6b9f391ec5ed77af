import { z } from "zod";
import { CaseNumber, JurisdictionId, SupervisedPersonId } from "../ids.ts";
import { Offense } from "./offense.ts";

/** One criminal case: whose, where, and the offenses in it. Which offense a person is a victim of is the registration's to say. */
export const CriminalCase = z.strictObject({
  caseNumber: CaseNumber,
  jurisdiction: JurisdictionId,
  supervisedPersonId: SupervisedPersonId,
  county: z.string().min(1).nullable(),
  offenses: z.array(Offense),
});
export type CriminalCase = z.infer<typeof CriminalCase>;
