import type { QuestionId } from "../../file/rule-file.ts";
import { feelName } from "./feel-name.ts";

/** The variables, and so the names, of the decisions that come to one question's answer. */
export type DecisionNames = {
  /** `"yes"`, `"no"`, `"conflict"`, or `null` when the facts known do not settle it. */
  readonly answer: string;
  /** The grants that stand however the unknown facts turn out. */
  readonly grounds: string;
  /** The table of the rules that hold. */
  readonly holding: string;
  /** The table of the rules that some value of the unknown facts makes hold. */
  readonly possible: string;
  /** The denials, each with the grants that it sets aside. */
  readonly denials: string;
};

/** No variable of a fact or a question has a `_` before one of these capitals, so these are free. */
export const decisionNames = (question: QuestionId): DecisionNames => {
  const answer = feelName(question);
  return {
    answer,
    grounds: `${answer}_Grounds`,
    holding: `${answer}_RulesHolding`,
    possible: `${answer}_RulesPossible`,
    denials: `${answer}_Denials`,
  };
};
