import type { DangerPolicy } from "../programme/danger.ts";
import type { AdvanceError } from "../programme/errors.ts";
import { type VictimSideRefusal, victimSideRefusal } from "../programme/victim-side-refusal.ts";
import type { LetterCase } from "./letter-case.ts";
import type { LetterAct } from "./letter-command.ts";
import { victimLetterView } from "./letter-views.ts";

/** The victim's own acts that gates are asked for; each speaks of the programme, and none of the author. */
const OWN_ACTS: readonly LetterAct[] = [
  "request-delivery",
  "unfreeze",
  "submit-reply",
  "tell-requested",
  "tell-received",
  "tell-read",
];

/**
 * Tells the victim that a command about a letter was not taken: hand this over, and never the error of `advanceLetter`.
 * Before the victim was told of a letter every refusal is the same, so that none says that there is one (INV-02). Only
 * a danger that the victim disclosed comes first then.
 */
export const letterRefusalForVictim = (
  before: LetterCase,
  error: AdvanceError,
  policy: DangerPolicy,
): VictimSideRefusal => {
  const { status, first } = victimLetterView(before, policy);
  if (status !== "nothing_to_tell" || (error._tag === "DangerComesFirst" && first !== null))
    return victimSideRefusal(error, policy, OWN_ACTS);
  return { first, because: "not-open-now", lifts: [] };
};
