import { z } from "zod";
import { PROVISION_NOTES, TERM_FIELDS, Words } from "./provision.ts";

/** Who holds money for a payee. */
export const MoneyHolder = z.enum(["corrections", "court"]);
export type MoneyHolder = z.infer<typeof MoneyHolder>;

/** One provision on money of a payee who cannot be found. */
export const UnclaimedTerm = z
  .strictObject({
    ...TERM_FIELDS,
    heldBy: MoneyHolder,
    route: Words.meta({ description: "Where the money goes, and as what." }),
    needsCourtOrder: z.boolean(),
    afterDays: z
      .int()
      .min(1)
      .nullable()
      .meta({ description: "How long the payee is looked for first; `null` where no text read gives a time." }),
    ifFound: Words.nullable().meta({
      description: "What the payee gets who turns up after all; `null` where not read.",
    }),
    ...PROVISION_NOTES,
  })
  .meta({ id: "UnclaimedTerm" });
export type UnclaimedTerm = z.infer<typeof UnclaimedTerm>;
