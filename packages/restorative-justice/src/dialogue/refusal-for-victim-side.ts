import type { DangerPolicy } from "../programme/danger.ts";
import { type VictimSideRefusal, victimSideRefusal } from "../programme/victim-side-refusal.ts";
import type { DialogueError } from "./advance-dialogue.ts";
import type { DialogueAct } from "./dialogue-command.ts";

/** Gates are asked of the victim side for its own request alone. */
const OWN_ACTS: readonly DialogueAct[] = ["request"];

/**
 * Tells the victim side that its command was not taken. The error itself names the case's state, and so who ended or
 * paused it: hand this over instead.
 */
export const refusalForVictimSide = (error: DialogueError, policy: DangerPolicy): VictimSideRefusal =>
  victimSideRefusal(error, policy, OWN_ACTS);
