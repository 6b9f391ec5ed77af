import { z } from "zod";

/** Where a dialogue stands. */
export const DialogueState = z.enum([
  "none",
  "requested",
  "intake",
  "offender_approach",
  "preparation",
  "readiness_review",
  "scheduled",
  "dialogue_held",
  "post_dialogue",
  "on_hold",
  "not_accepted",
  "offender_declined",
  "closed",
  "withdrawn",
  "terminated",
]);
export type DialogueState = z.infer<typeof DialogueState>;

/** States that nothing leaves: a new dialogue needs a new request. */
export const DIALOGUE_ENDS = ["not_accepted", "offender_declined", "closed", "withdrawn", "terminated"] as const;

/** Whether a dialogue is over. */
export const isEnded = (state: DialogueState): boolean => DIALOGUE_ENDS.some((end) => end === state);

/** States from which a dialogue can be put on hold, and to which it can go back. */
export const PAUSABLE = [
  "requested",
  "intake",
  "offender_approach",
  "preparation",
  "readiness_review",
  "scheduled",
] as const satisfies readonly DialogueState[];
/** A state from which a dialogue can be put on hold. */
export type Pausable = (typeof PAUSABLE)[number];
