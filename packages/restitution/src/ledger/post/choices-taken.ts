import type { ChoiceFollowed } from "../../allocation/division.ts";
import type { ChoiceTaken } from "../entry.ts";
import type { LedgerLaw } from "../ledger.ts";

/** The choices that were followed, each once, with who made them and when. */
export const choicesTaken = (followed: readonly ChoiceFollowed[], { policy }: LedgerLaw): readonly ChoiceTaken[] => {
  if (followed.length === 0) return NONE;
  const names = new Set(followed.map(({ choice }) => choice));
  return policy.choices
    .filter(({ choice }) => names.has(choice))
    .map(({ choice, option, decidedBy, decidedOn }) => ({ choice, option, decidedBy, decidedOn }));
};

const NONE: readonly ChoiceTaken[] = [];
