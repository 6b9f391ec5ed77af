import type { InForce, Rule } from "../file/rule-file.ts";

/** The days of a rule among those of its question, where others are versions of it; `null` where it has one version. */
export const periodAmong = (rules: readonly Rule[], rule: Rule): Pick<InForce, "from" | "until"> | null => {
  if (rules.every((other) => other === rule || other.id !== rule.id)) return null;
  const { from, until } = rule.inForce;
  return { from, until };
};
