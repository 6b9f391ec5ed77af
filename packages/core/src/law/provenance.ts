import { z } from "zod";
import { LocalDate } from "../time/local-date.ts";

/**
 * How well a provision was checked.
 * - `read`: the operative text was read in a named source.
 * - `partial`: only part of the text, an older edition or a restatement was read.
 * - `agency-statement`: an agency's own page says so; practice, not statute.
 * - `recalled`: general knowledge, no text seen. A rule that rests on it decides nothing until an agency turns it on.
 */
export const VerificationStatus = z.enum(["read", "partial", "agency-statement", "recalled"]);
export type VerificationStatus = z.infer<typeof VerificationStatus>;

/** When a provision was checked, against which edition, and how well. `note` says what was missing. */
export const Verification = z
  .strictObject({
    status: VerificationStatus,
    on: LocalDate.meta({ description: "The day the text was last checked." }),
    edition: z
      .string()
      .min(1)
      .optional()
      .meta({ description: "The edition, year or version of the text that was read." }),
    note: z.string().min(1).optional(),
  })
  .meta({ id: "Verification" });
export type Verification = z.infer<typeof Verification>;
