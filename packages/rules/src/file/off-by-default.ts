import type { Rule } from "./rule-file.ts";

/** Why a rule decides nothing until it is turned on by name: nobody read its text, or it is an agency's policy and not law. `null` when it is on. */
export const offByDefault = (rule: Rule): "recalled" | "policy" | null => {
  if (rule.basis === "policy") return "policy";
  return rule.verified.status === "recalled" ? "recalled" : null;
};
