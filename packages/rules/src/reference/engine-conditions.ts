import type { NestedCondition, TopLevelCondition } from "json-rules-engine";
import type { Condition, Leaf } from "../file/condition.ts";

/** A root condition as json-rules-engine takes it: the same JSON, copied, since the engine keeps and changes what it is given. */
export const engineConditions = (root: Exclude<Condition, Leaf>): TopLevelCondition => {
  if ("all" in root) return { all: root.all.map(nested) };
  if ("any" in root) return { any: root.any.map(nested) };
  return { not: nested(root.not) };
};

const nested = (condition: Condition): NestedCondition =>
  "fact" in condition ? { ...condition } : engineConditions(condition);
