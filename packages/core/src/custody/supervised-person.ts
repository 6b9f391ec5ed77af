import { z } from "zod";
import { JurisdictionId, SupervisedPersonId } from "../ids.ts";
import { Custodian } from "./custody-event.ts";
import { CustodyStatus } from "./custody-status.ts";

/** The person under supervision, as the department's record has them. `id` is the department's own number. */
export const SupervisedPerson = z.strictObject({
  id: SupervisedPersonId,
  jurisdiction: JurisdictionId,
  custodyStatus: CustodyStatus.nullable(),
  custodian: Custodian.nullable(),
});
export type SupervisedPerson = z.infer<typeof SupervisedPerson>;
