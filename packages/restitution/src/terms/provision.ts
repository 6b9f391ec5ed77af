import { Citation, LocalDate, Verification } from "@victim-rights/core";
import { InForce, Reading, RuleId } from "@victim-rights/rules";
import { z } from "zod";
import { Grade } from "./grade.ts";

/** What every provision of a state's file says of itself; what it provides follows, and then its notes. */
export const PROVISION_FIELDS = {
  id: RuleId,
  title: z.string().min(1),
  basis: z
    .literal("policy")
    .optional()
    .meta({ description: "An agency's own practice beyond the law: off until turned on." }),
  cites: z.array(Citation).min(1),
  verified: Verification,
  reading: Reading.optional(),
  inForce: InForce,
  reviewedOn: LocalDate,
};

/** What a reader should know of a provision and no program needs. */
export const PROVISION_NOTES = { notes: z.array(z.string().min(1)).optional() };

/** A term of restitution: a provision that may hold for some grades of case alone. */
export const TERM_FIELDS = {
  ...PROVISION_FIELDS,
  grades: z
    .array(Grade)
    .min(1)
    .optional()
    .meta({ description: "The grades of case it holds for; left out, every grade." }),
};

/** One provision of a state's file, whatever it provides. */
export type Provision = z.infer<z.ZodObject<typeof PROVISION_FIELDS & typeof PROVISION_NOTES>>;

/** One term of restitution, whatever it provides. */
export type Term = z.infer<z.ZodObject<typeof TERM_FIELDS & typeof PROVISION_NOTES>>;

/** Something said in words for a person: no program reads it. */
export const Words = z.string().min(1);
