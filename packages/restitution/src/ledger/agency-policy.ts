import { JurisdictionId, LocalDate } from "@victim-rights/core";
import { RuleId } from "@victim-rights/rules";
import { z } from "zod";
import { ChoiceId } from "../allocation/distribution.ts";

const DECIDED = { decidedBy: z.string().min(1), decidedOn: LocalDate, why: z.string().min(1).optional() };

/** What an agency has decided where the law leaves something open, with who decided it and when. */
export const AgencyPolicy = z
  .strictObject({
    jurisdiction: JurisdictionId,
    choices: z
      .array(z.strictObject({ choice: ChoiceId, option: ChoiceId, ...DECIDED }))
      .default([])
      .meta({ description: "The option that it follows of each choice." }),
    enable: z
      .array(z.strictObject({ rule: RuleId, ...DECIDED }))
      .default([])
      .meta({ description: "Provisions that are off by default and that it relies on." }),
  })
  .meta({ id: "AgencyPolicy" });
export type AgencyPolicy = Readonly<z.infer<typeof AgencyPolicy>>;
