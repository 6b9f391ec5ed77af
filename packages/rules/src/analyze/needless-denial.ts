import type { Build } from "../diagram/compile-condition.ts";
import { itemAt } from "../diagram/item-at.ts";
import type { NodeId } from "../diagram/node-table.ts";
import { fewestThat } from "./fewest.ts";
import { grantsOf, type RuleDiagrams } from "./rule-diagrams.ts";

/**
 * The denials beside which another changes nothing, none of them needless; `null` when something turns on it. Nothing does
 * when without it every answer and every standing grant is the same, and so is what other denials contradict.
 */
export const denialsInstead = (build: Build, rules: RuleDiagrams, place: number): readonly number[] | null => {
  const others = rules.model.rules.flatMap(({ rule }, at) => (rule.effect === "deny" && at !== place ? [at] : []));
  return fewestThat((by) => {
    const [without, beside] = [decidedWith(build, rules, by), decidedWith(build, rules, [...by, place])];
    return without.every((diagram, at) => diagram === beside[at]);
  }, others);
};

/** Where all grants and these denials alone make each grant stand, contradict each other, and answer yes. */
const decidedWith = ({ algebra }: Build, rules: RuleDiagrams, denials: readonly number[]): readonly NodeId[] => {
  const { and, or, not, never } = algebra;
  const { model, holds, taints } = rules;
  const anyOf = (diagrams: readonly NodeId[], places: readonly number[]): NodeId =>
    places.map((place) => itemAt(diagrams, place)).reduce(or, never);
  const grants = grantsOf(rules);
  const stands = grants.map((grant) => {
    const overriding = itemAt(model.rules, grant).overriddenBy.filter((denial) => denials.includes(denial));
    return and(itemAt(holds, grant), not(anyOf(holds, overriding)));
  });
  const granted = stands.reduce(or, never);
  const conflict = or(and(granted, anyOf(holds, denials)), anyOf(taints, [...grants, ...denials]));
  return [...stands, conflict, and(granted, not(conflict))];
};
