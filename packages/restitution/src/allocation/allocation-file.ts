import { JurisdictionId } from "@victim-rights/core";
import { RuleId } from "@victim-rights/rules";
import { z } from "zod";
import { Grade } from "../terms/grade.ts";
import { PROVISION_FIELDS, PROVISION_NOTES } from "../terms/provision.ts";
import { TERM_SECTIONS } from "../terms/term-sections.ts";
import { Distribution, OpenChoice } from "./distribution.ts";

/** What a payment is for, and where it came from. */
export const PaymentKind = z.strictObject({
  purpose: z.enum(["restitution", "any-debt"]).meta({
    description: "`restitution` when a court or the payer set it apart for restitution; `any-debt` when nothing says.",
  }),
  from: z.enum(["payer", "inmate-account", "wage-deduction", "tax-intercept", "windfall"]),
  grade: Grade,
});
export type PaymentKind = Readonly<z.infer<typeof PaymentKind>>;

/** One provision on the order of payment. */
export const AllocationPolicy = z
  .strictObject({ ...PROVISION_FIELDS, distribute: Distribution, ...PROVISION_NOTES })
  .meta({ id: "AllocationPolicy" });
export type AllocationPolicy = z.infer<typeof AllocationPolicy>;

/** For payments like these, the first of the policies that decides. A field left out means any. */
export const AllocationUse = z
  .strictObject({
    for: PaymentKind.partial(),
    policies: z.array(RuleId).min(1),
  })
  .meta({ id: "AllocationUse" });
export type AllocationUse = z.infer<typeof AllocationUse>;

/**
 * `restitution.json` in a state's folder: in which order and shares a payment goes to whom, and the other terms of
 * restitution.
 */
export const AllocationFile = z
  .strictObject({
    $schema: z.string().optional(),
    jurisdiction: JurisdictionId,
    edition: z.string().min(1),
    interest: z.null().meta({ description: "No rule read gives interest; a state that has some needs a rule for it." }),
    choices: z.array(OpenChoice).default([]).meta({
      description: "What the law leaves open, each stated once; a distribution or a fee names it where it comes up.",
    }),
    policies: z.array(AllocationPolicy),
    uses: z.array(AllocationUse),
    ...TERM_SECTIONS,
    notes: z.array(z.string().min(1)).optional(),
  })
  .meta({ id: "AllocationFile" });
export type AllocationFile = z.infer<typeof AllocationFile>;
