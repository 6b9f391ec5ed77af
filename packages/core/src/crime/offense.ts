import { z } from "zod";
import { CaseNumber, SupervisedPersonId } from "../ids.ts";
import { LocalDate } from "../time/local-date.ts";

/** How grave the law holds an offense to be, gravest first. */
export const OffenseClass = z.enum(["felony", "misdemeanor", "infraction"]);
/** One of {@link OffenseClass}. */
export type OffenseClass = z.infer<typeof OffenseClass>;

/** Whether the crime was carried through. */
export const OffenseCompletion = z.enum(["committed", "attempted"]);
export type OffenseCompletion = z.infer<typeof OffenseCompletion>;

/** How far the case has gone. */
export const ChargeStage = z.enum([
  "reported",
  "charged",
  "convicted",
  "adjudicated-delinquent",
  "committed-by-court",
  "acquitted",
  "dismissed",
]);
export type ChargeStage = z.infer<typeof ChargeStage>;

/**
 * One offense of one person under supervision. `categories` holds answers by fact name (`offense.homicide`,
 * `offense.sexual`, and the names a state adds for its own statutory lists); a name that is absent is unknown.
 */
export const Offense = z.strictObject({
  supervisedPersonId: SupervisedPersonId,
  caseNumber: CaseNumber.nullable(),
  class: OffenseClass.nullable(),
  completion: OffenseCompletion.nullable(),
  stage: ChargeStage.nullable(),
  offenseDate: LocalDate.nullable(),
  categories: z.record(z.string(), z.boolean()),
});
export type Offense = z.infer<typeof Offense>;
