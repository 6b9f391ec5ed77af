import { Instant } from "@victim-rights/core";
import { z } from "zod";
import { resultOf, type ScreenResult } from "./screen-result.ts";

/** A professional is worried, whatever the tools found. Why is kept in the victim-side record, not here. */
export const ProfessionalConcern = z.strictObject({
  id: z.string().trim().min(1).max(200),
  by: z.string().min(1),
  at: Instant,
});
export type ProfessionalConcern = z.infer<typeof ProfessionalConcern>;

/** What a professional's concern alone comes to: review by specialists. */
export const concernResult = ({ id }: ProfessionalConcern): ScreenResult =>
  resultOf({
    reasons: [
      {
        raises: "escalate",
        because: "professional-concern",
        from: id,
        instrument: null,
        item: null,
        rule: null,
        cites: [],
      },
    ],
    screens: [],
  });
