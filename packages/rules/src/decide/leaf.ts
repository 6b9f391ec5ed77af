import type { Facts } from "../facts.ts";
import type { RuleId } from "../file/rule-file.ts";
import type { Answer } from "./answer.ts";
import type { Ground } from "./determination.ts";

/** A decision without its receipt: what is answered and on which grounds. Shared and frozen when it comes from a diagram. */
export type EvaluatedLeaf = {
  readonly answer: Answer;
  readonly grounds: readonly Ground[];
  /** The ids of the grounds, in order. */
  readonly ids: readonly RuleId[];
};

export const leafOf = (answer: Answer, grounds: readonly Ground[]): EvaluatedLeaf =>
  Object.freeze({
    answer,
    grounds: Object.freeze([...grounds]),
    ids: Object.freeze(grounds.map((ground) => ground.rule)),
  });

/** Finds the leaf of facts that answer every test on their way; `null` when one does not, or when rules conflict there. */
export type LeafFinder = (facts: Facts) => EvaluatedLeaf | null;
