import type { Rule } from "../file/rule-file.ts";
import { fieldChanges } from "./field-changes.ts";
import { type RuleVersions, versionOf } from "./rule-versions.ts";
import type { Pair } from "./side.ts";
import type { TextChange } from "./text-change.ts";
import { conditionFields, textFields } from "./text-fields.ts";

/** What differs in the versions of rules that are law on other days: they decide nothing on the day, whatever they say. */
export const otherVersions = (versions: Pair<RuleVersions>): readonly TextChange[] => {
  const { left, right } = versions;
  const keys = [...new Set([...left.others.keys(), ...right.others.keys()])].toSorted();
  return keys.flatMap((key) => {
    const rules = { left: left.others.get(key), right: right.others.get(key) };
    const rule = rules.left ?? rules.right;
    const change = changeOf(rules);
    if (rule === undefined || change === null || isCurrent(rule, versions)) return [];
    const { from, until } = rule.inForce;
    return [{ rule: rule.id, ...change, off: true, period: { from, until } }];
  });
};

const isCurrent = (rule: Rule, { left, right }: Pair<RuleVersions>): boolean =>
  [left, right].some(({ current }) => {
    const version = current.get(rule.id);
    return version !== undefined && versionOf(version) === versionOf(rule);
  });

/** `null` when the two are the same. */
const changeOf = ({ left, right }: Pair<Rule | undefined>): Pick<TextChange, "on" | "changed"> | null => {
  if (left === undefined) return { on: "right", changed: [] };
  if (right === undefined) return { on: "left", changed: [] };
  const rules = { left, right };
  const changed = [...textFields(rules), ...conditionFields(rules), ...fieldChanges(rules).map(({ field }) => field)];
  return changed.length === 0 ? null : { on: "both", changed };
};
