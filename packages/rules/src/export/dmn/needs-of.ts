import type { DmnDecision } from "./dmn-model.ts";

/** Everything that a decision needs, by name: inputs, then decisions. */
export const needsOf = ({ needsInputs, needsDecisions }: DmnDecision): readonly string[] => [
  ...needsInputs,
  ...needsDecisions,
];
