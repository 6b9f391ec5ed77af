import { decidingTerms, type LeftOutTerm, type TermQuestion } from "./deciding-terms.ts";
import { groundOf, type TermGround } from "./ground.ts";
import type { LossCategory, LossTerm } from "./loss-term.ts";

/** A provision on a loss: whether the loss counts by it, and what a person has to find first. */
export type LossGround = TermGround & Pick<LossTerm, "effect"> & { readonly conditions: readonly string[] };

/** Whether a kind of loss counts. `needs-a-person` when no provision that decides names it, or when two disagree. */
export type LossAnswer = {
  readonly answer: LossTerm["effect"] | "needs-a-person";
  readonly grounds: readonly LossGround[];
  readonly leftOut: readonly LeftOutTerm[];
};

/**
 * Tells whether a kind of loss is one that restitution is ordered for. That it counts is not yet that a court orders it:
 * each ground tells the conditions in words. A loss that nothing names is a person's to judge, and never a no.
 */
export const lossCounts = (
  { losses }: { readonly losses: readonly LossTerm[] },
  { category, ...question }: TermQuestion & { readonly category: LossCategory },
): LossAnswer => {
  const naming = losses.filter(({ categories }) => categories.includes(category));
  const { deciding, leftOut } = decidingTerms(naming, question);
  const effects = new Set(deciding.map(({ effect }) => effect));
  const [only] = effects;
  return {
    answer: only === undefined || effects.size > 1 ? "needs-a-person" : only,
    grounds: deciding.map((term) => ({ ...groundOf(term), effect: term.effect, conditions: term.conditions })),
    leftOut,
  };
};
