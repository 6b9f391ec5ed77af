import { passes, testOf } from "../diagram/fact-test.ts";
import type { Condition } from "../file/condition.ts";
import type { CompleteFacts } from "./reference-holds.ts";

/** A condition read as written; a fact that is not given passes no test. */
export const holds = (condition: Condition, facts: CompleteFacts): boolean => {
  if ("all" in condition) return condition.all.every((part) => holds(part, facts));
  if ("any" in condition) return condition.any.some((part) => holds(part, facts));
  if ("not" in condition) return !holds(condition.not, facts);
  const value = facts[condition.fact];
  return value !== undefined && passes(testOf(condition), value);
};
