import type { QuestionModel } from "../diagram/condition-model.ts";
import type { NodeId } from "../diagram/node-table.ts";

/** Where each rule of a question holds and where it stands, by its place. */
export type RuleDiagrams = {
  readonly model: QuestionModel;
  readonly holds: readonly NodeId[];
  readonly stands: readonly NodeId[];
  /** Where a question that the rule reads contradicts itself, so that nothing is answered whatever the rules say. */
  readonly taints: readonly NodeId[];
};

/** The places of the rules that grant. */
export const grantsOf = ({ model }: RuleDiagrams): readonly number[] =>
  model.rules.flatMap(({ rule }, place) => (rule.effect === "grant" ? [place] : []));
