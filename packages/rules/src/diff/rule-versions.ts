import type { Rule, RuleId } from "../file/rule-file.ts";
import type { OpenSide } from "./side.ts";

/** The rules of a question on one side: of each id the version that decides, and the versions of other days. */
export type RuleVersions = {
  /** The version that decides on the day; where none does, the latest. */
  readonly current: ReadonlyMap<RuleId, Rule>;
  /** The others, by id and first day. */
  readonly others: ReadonlyMap<string, Rule>;
};

export const ruleVersions = ({ compiled }: OpenSide): RuleVersions => {
  const off = compiled.leftOut
    .map(({ rule }) => rule)
    .toSorted((one, other) => (startOf(one) < startOf(other) ? -1 : 1));
  const current = new Map([...off, ...compiled.model.rules.map(({ rule }) => rule)].map((rule) => [rule.id, rule]));
  const others = off.filter((rule) => current.get(rule.id) !== rule);
  return { current, others: new Map(others.map((rule) => [versionOf(rule), rule])) };
};

/** What tells a rule's versions apart: no two are in force on one day. */
export const versionOf = (rule: Rule): string => `${rule.id} ${startOf(rule)}`;

const startOf = ({ inForce }: Rule): string => inForce.from ?? "";
