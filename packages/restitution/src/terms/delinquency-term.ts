import { z } from "zod";
import { PROVISION_NOTES, TERM_FIELDS, Words } from "./provision.ts";

/** One provision on what follows when restitution is not paid. */
export const DelinquencyTerm = z
  .strictObject({
    ...TERM_FIELDS,
    when: z.enum(["instalment-missed", "unpaid-at-end-of-term"]),
    follows: Words,
    needsFinding: Words.nullable().meta({
      description:
        "What a person must find first, such as a wilful refusal: no program judges it. `null` where nothing.",
    }),
    graceDays: z.int().min(1).nullable().meta({ description: "`null` where no text read gives days of grace." }),
    ...PROVISION_NOTES,
  })
  .meta({ id: "DelinquencyTerm" });
export type DelinquencyTerm = z.infer<typeof DelinquencyTerm>;
