import { z } from "zod";

/** Where a speaker stands. `left` is the end; everything else is at the speaker's pace. */
export const PanelState = z.enum([
  "interested",
  "readiness_interview",
  "not_now",
  "trained",
  "available",
  "matched",
  "audience_checked",
  "spoke",
  "debriefed",
  "paused",
  "left",
]);
export type PanelState = z.infer<typeof PanelState>;
