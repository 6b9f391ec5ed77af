import { Instant, JurisdictionId } from "@victim-rights/core";
import { z } from "zod";
import { SIGNATURE_OPTIONS } from "../pack/signature-wanted.ts";

/** What `victim-rights plan` takes. Paths are relative to where the command runs. */
export const PlanOptions = z.object({
  events: z.array(z.string().min(1)).min(1),
  registrations: z.array(z.string().min(1)).min(1),
  map: z.string().min(1).optional(),
  now: Instant,
  out: z.string().min(1),
  jurisdiction: JurisdictionId.optional(),
  rules: z.string().min(1).optional(),
  policy: z.string().min(1).optional(),
  strict: z.boolean().default(false),
  json: z.boolean().default(false),
  ...SIGNATURE_OPTIONS,
});
export type PlanOptions = z.infer<typeof PlanOptions>;
