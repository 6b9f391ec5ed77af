import { z } from "zod";
import { PROVISION_NOTES, TERM_FIELDS, Words } from "./provision.ts";

/** One provision on how long restitution is owed. */
export const DurationTerm = z
  .strictObject({
    ...TERM_FIELDS,
    ends: z.enum(["when-fully-paid", "not-settled"]).meta({
      description: "`not-settled` where the text read speaks of enforcement and does not say when the debt ends.",
    }),
    bindsEstate: z
      .boolean()
      .nullable()
      .meta({ description: "Whether it outlives whoever owes it; `null` where not read." }),
    says: Words,
    ...PROVISION_NOTES,
  })
  .meta({ id: "DurationTerm" });
export type DurationTerm = z.infer<typeof DurationTerm>;
