import type { Condition, Facts, FactName, Leaf } from "@victim-rights/rules";

/** Every test in a tree of conditions. */
export const leavesOf = (condition: Condition): readonly Leaf[] => {
  if ("all" in condition) return condition.all.flatMap(leavesOf);
  if ("any" in condition) return condition.any.flatMap(leavesOf);
  return "not" in condition ? leavesOf(condition.not) : [condition];
};

/** The facts that keep a tree from holding: those that say otherwise, and those that are not known. */
export const keptShutBy = (condition: Condition, facts: Facts): readonly FactName[] => {
  if ("all" in condition) return condition.all.flatMap((each) => keptShutBy(each, facts));
  if ("any" in condition) {
    const shut = condition.any.map((each) => keptShutBy(each, facts));
    return shut.some((each) => each.length === 0) ? [] : shut.flat();
  }
  if ("not" in condition) return leavesOf(condition.not).map(({ fact }) => fact);
  return holds(condition, facts[condition.fact]) ? [] : [condition.fact];
};

const holds = ({ operator, value }: Leaf, found: Facts[string]): boolean => {
  if (found === undefined || typeof found === "object") return false;
  const listed = Array.isArray(value) ? value : [value];
  return operator === "notEqual" || operator === "notIn" ? !listed.includes(found) : listed.includes(found);
};
