import { Engine } from "json-rules-engine";
import type { FactValue } from "../facts.ts";
import type { Rule, RuleId } from "../file/rule-file.ts";
import type { FactName } from "../vocabulary/fact-definition.ts";
import { engineConditions } from "./engine-conditions.ts";

/** A known value for every fact the rules read. The reference has no notion of a missing one. */
export type CompleteFacts = Readonly<Record<FactName, FactValue>>;

/**
 * Which rules hold, as json-rules-engine reads the same file. Each call builds a new engine: overlapping runs of one engine
 * lose answers silently. A fact that is not given makes the engine refuse, where it would else satisfy `notEqual`.
 */
export const referenceHolds = async (
  rules: readonly Rule[],
  completeFacts: CompleteFacts,
): Promise<ReadonlySet<RuleId>> => {
  const engine = new Engine(rules.map(engineRule), { allowUndefinedFacts: false });
  const { results } = await engine.run({ ...completeFacts });
  return new Set(results.map((result) => result.name));
};

/** A rule as json-rules-engine takes it, known by its id. */
export const engineRule = (rule: Rule) => ({
  name: rule.id,
  conditions: engineConditions(rule.conditions),
  event: { type: rule.event.type, params: { ...rule.event.params } },
});
