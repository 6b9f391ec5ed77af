import type { Condition, Leaf } from "../file/condition.ts";

/** The conditions directly inside a group. */
export const partsOf = (group: Exclude<Condition, Leaf>): readonly Condition[] => {
  if ("all" in group) return group.all;
  return "any" in group ? group.any : [group.not];
};

/** Every test in a condition, in the order written. */
export const leavesOf = (condition: Condition): readonly Leaf[] =>
  "fact" in condition ? [condition] : partsOf(condition).flatMap(leavesOf);
