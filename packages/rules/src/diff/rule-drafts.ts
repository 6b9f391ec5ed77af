import type { NodeId } from "../diagram/node-table.ts";
import { itemAt } from "../diagram/item-at.ts";
import type { Rule, RuleId } from "../file/rule-file.ts";
import { bothYes, type Draft } from "./draft.ts";
import { fieldChanges } from "./field-changes.ts";
import type { SharedDiagrams, SideDiagrams } from "./shared-diagrams.ts";

/** A rule of one side and where it is a ground there. */
type StandingRule = { readonly rule: Rule; readonly stands: NodeId };

/**
 * Where both sides answer yes and a rule, known by its id, is a ground of one side only, or of both and says something
 * else. Lost grounds come first, then gained ones, each in the order of their ids.
 */
export const ruleDrafts = (shared: SharedDiagrams): readonly Draft[] => {
  const { and, not } = shared.algebra;
  const within = bothYes(shared);
  const lefts = standingRules(shared.sides.left);
  const rights = standingRules(shared.sides.right);
  const ids = [...new Set([...lefts.keys(), ...rights.keys()])].toSorted();
  const onlyIn = (own: StandingRule | undefined, other: StandingRule | undefined): NodeId => {
    if (own === undefined) return shared.algebra.never;
    const here = and(within, own.stands);
    return other === undefined ? here : and(here, not(other.stands));
  };
  const changed =
    (change: "lost" | "gained") =>
    (id: RuleId): readonly Draft[] => {
      const [own, other] = change === "lost" ? [lefts.get(id), rights.get(id)] : [rights.get(id), lefts.get(id)];
      if (own === undefined) return [];
      return [{ head: { kind: "ground", change, rule: id, title: own.rule.title }, where: onlyIn(own, other) }];
    };
  const saysOtherwise = (id: RuleId): readonly Draft[] => {
    const [left, right] = [lefts.get(id), rights.get(id)];
    if (left === undefined || right === undefined) return [];
    const changes = fieldChanges({ left: left.rule, right: right.rule });
    if (changes.length === 0) return [];
    const where = and(within, and(left.stands, right.stands));
    return [{ head: { kind: "follows", rule: id, title: right.rule.title, changes }, where }];
  };
  return [...ids.flatMap(changed("lost")), ...ids.flatMap(changed("gained")), ...ids.flatMap(saysOtherwise)];
};

const standingRules = ({ model, stands }: SideDiagrams): ReadonlyMap<RuleId, StandingRule> =>
  new Map(model.rules.map(({ rule }, place) => [rule.id, { rule, stands: itemAt(stands, place) }]));
