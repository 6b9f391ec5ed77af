import type { LetterCase } from "./letter-case.ts";
import type { LetterFacts } from "./letter-facts.ts";
import { FreezeGround } from "./letter-state.ts";

/**
 * The grounds on which facts call for a freeze that the letter does not have yet: whoever learns of a new order or of
 * unwanted contact gives one `freeze` command for each. A victim's wish is no fact, and comes as a command.
 */
export const dueFreezes = ({ freezes }: LetterCase, facts: LetterFacts): readonly FreezeGround[] =>
  FreezeGround.options.filter(
    (ground) => CALLS_FOR[ground](facts) && !freezes.some((freeze) => freeze.ground === ground),
  );

const CALLS_FOR: Readonly<Record<FreezeGround, (facts: LetterFacts) => boolean>> = {
  new_order: ({ orders }) => orders?.found === "active_order",
  unwanted_contact: ({ conduct }) => conduct?.found === "contact_or_misconduct",
  victim_request: () => false,
};
