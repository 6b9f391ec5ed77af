import { decidingTerms, type LeftOutTerm, type TermQuestion } from "./deciding-terms.ts";
import type { DelinquencyTerm } from "./delinquency-term.ts";
import { groundOf, type TermGround } from "./ground.ts";

/** What a provision says follows, and what a person must find first. */
export type DelinquencyRule = TermGround & Pick<DelinquencyTerm, "when" | "follows" | "needsFinding" | "graceDays">;

/**
 * Every provision on unpaid restitution that decides, in the order of the file; none at all means that a person must.
 */
export type DelinquencyAnswer = {
  readonly rules: readonly DelinquencyRule[];
  readonly leftOut: readonly LeftOutTerm[];
};

/**
 * Lists what the law lets follow when restitution is not paid. It never says that a person did wrong: each finding is
 * a person's.
 */
export const delinquencyRules = (
  { delinquency }: { readonly delinquency: readonly DelinquencyTerm[] },
  question: TermQuestion,
): DelinquencyAnswer => {
  const { deciding, leftOut } = decidingTerms(delinquency, question);
  return { rules: deciding.map(ruleOf), leftOut };
};

const ruleOf = (term: DelinquencyTerm): DelinquencyRule => {
  const { when, follows, needsFinding, graceDays } = term;
  return { ...groundOf(term), when, follows, needsFinding, graceDays };
};
