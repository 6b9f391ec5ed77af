import type { DangerPolicy } from "../programme/danger.ts";
import type { AdvanceError } from "../programme/errors.ts";
import { type VictimSideRefusal, victimSideRefusal } from "../programme/victim-side-refusal.ts";

/**
 * Tells the victim side that its command about an order of service was not taken: hand this over, and never the error of
 * `advanceService`. No gate is asked of the victim side, and so none is told to it.
 */
export const serviceRefusalForVictim = (error: AdvanceError, policy: DangerPolicy): VictimSideRefusal =>
  victimSideRefusal(error, policy, []);
