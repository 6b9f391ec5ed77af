import type { Rule, RuleFile } from "../file/rule-file.ts";

/**
 * A rule's name within its file: its id without what all rules of the file share, and the first day of a version that took
 * the place of another. No two rules of a file have the same.
 */
export const ownNameOf = (rule: Rule, { jurisdiction, question, rules }: RuleFile): string => {
  const shared = `${jurisdiction}/${question}/`;
  const name = rule.id.startsWith(shared) ? rule.id.slice(shared.length) : rule.id;
  const { from } = rule.inForce;
  const isOneOfSeveral = rules.some((other) => other !== rule && other.id === rule.id);
  return isOneOfSeveral && from !== null ? `${name}-from-${from}` : name;
};
