import type { DangerPolicy } from "../programme/danger.ts";
import type { AdvanceError } from "../programme/errors.ts";
import { type VictimSideRefusal, victimSideRefusal } from "../programme/victim-side-refusal.ts";
import type { PanelAct } from "./panel-command.ts";

/** The speaker hears of the gate on the own cases and suits, and of none about an audience. */
const OWN_ACTS: readonly PanelAct[] = ["become-available"];

/** Tells a speaker that a command was not taken: hand this over, and never the error of `advancePanel`. */
export const refusalForSpeaker = (error: AdvanceError, policy: DangerPolicy): VictimSideRefusal =>
  victimSideRefusal(error, policy, OWN_ACTS);
