import { CLAIMANT_FACTS, DIRECT_VICTIM_FACTS, HARM_FACTS } from "./claimant-facts.ts";
import { CONTACT_FACTS, EVENT_FACTS } from "./event-facts.ts";
import type { FactDefinition } from "./fact-definition.ts";
import { OFFENSE_FACTS } from "./offense-facts.ts";

/**
 * The facts every jurisdiction shares, in the order a conversation would take them: what happened, of what crime, to whom,
 * and how the person can be reached. Painful questions come late.
 */
export const BASE_VOCABULARY: readonly FactDefinition[] = [
  ...EVENT_FACTS,
  ...OFFENSE_FACTS,
  ...CLAIMANT_FACTS,
  ...DIRECT_VICTIM_FACTS,
  ...HARM_FACTS,
  ...CONTACT_FACTS,
];
