import type { Build } from "../diagram/compile-condition.ts";
import { itemAt } from "../diagram/item-at.ts";
import type { NodeId } from "../diagram/node-table.ts";
import type { RuleId } from "../file/rule-file.ts";
import type { RuleFinding } from "./analysis-report.ts";
import { fewestThat } from "./fewest.ts";
import { denialsInstead } from "./needless-denial.ts";
import { grantsOf, type RuleDiagrams } from "./rule-diagrams.ts";

/** What is odd about each rule, one finding at most, in the order of the rules. */
export const ruleFindings = (build: Build, rules: RuleDiagrams): readonly RuleFinding[] =>
  [...rules.model.rules.keys()].flatMap((place) => {
    const found = oddityOf(build, rules, place);
    if (found === null) return [];
    const idAt = (at: number): RuleId => itemAt(rules.model.rules, at).rule.id;
    return [{ rule: idAt(place), kind: found.kind, by: found.by.map(idAt) }];
  });

/** A finding, with the places of the rules that hide the rule. */
type Oddity = { readonly kind: RuleFinding["kind"]; readonly by: readonly number[] };

const oddityOf = (build: Build, rules: RuleDiagrams, place: number): Oddity | null => {
  if (itemAt(rules.holds, place) === build.algebra.never) return { kind: "never-fires", by: [] };
  return itemAt(rules.model.rules, place).rule.effect === "deny"
    ? denialOddity(build, rules, place)
    : grantOddity(build, rules, place);
};

const denialOddity = (build: Build, rules: RuleDiagrams, place: number): Oddity | null => {
  const { and, or, never } = build.algebra;
  const granted = grantsOf(rules)
    .map((grant) => itemAt(rules.holds, grant))
    .reduce(or, never);
  if (and(itemAt(rules.holds, place), granted) === never) return { kind: "denies-nothing", by: [] };
  const by = denialsInstead(build, rules, place);
  return by === null ? null : { kind: "never-needed", by };
};

const grantOddity = (build: Build, rules: RuleDiagrams, place: number): Oddity | null => {
  const { holds, stands, model } = rules;
  const standing = itemAt(stands, place);
  if (standing === build.algebra.never) {
    const denials = itemAt(model.rules, place).overriddenBy;
    return { kind: "always-overridden", by: fewest(build, itemAt(holds, place), { places: denials, diagrams: holds }) };
  }
  const others = grantsOf(rules).filter((other) => other !== place);
  const by = fewest(build, standing, { places: others, diagrams: stands });
  return by.length === 0 ? null : { kind: "never-alone", by };
};

type Covering = { readonly places: readonly number[]; readonly diagrams: readonly NodeId[] };

/** Places whose diagrams together cover another, none of them needless; empty when all together do not. */
const fewest = (
  { algebra: { and, or, not, never } }: Pick<Build, "algebra">,
  covered: NodeId,
  { places, diagrams }: Covering,
): readonly number[] => {
  const cover = (chosen: readonly number[]): boolean =>
    and(covered, not(chosen.map((place) => itemAt(diagrams, place)).reduce(or, never))) === never;
  return fewestThat(cover, places) ?? [];
};
