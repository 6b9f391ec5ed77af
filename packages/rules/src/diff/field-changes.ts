import canonicalize from "canonicalize";
import type { Rule } from "../file/rule-file.ts";
import type { FieldChange } from "./difference.ts";
import type { Pair } from "./side.ts";

/** What two rules say differently of what follows from them and of what they rest on, event parameters first. */
export const fieldChanges = ({ left, right }: Pair<Rule>): readonly FieldChange[] => {
  const params = [...new Set([...Object.keys(left.event.params), ...Object.keys(right.event.params)])].toSorted();
  return [
    ...params.map((field) => ({
      field,
      left: left.event.params[field] ?? null,
      right: right.event.params[field] ?? null,
    })),
    ...RULE_FIELDS.map(([field, read]) => ({ field, left: read(left), right: read(right) })),
  ].filter((change) => !isSame(change.left, change.right));
};

const RULE_FIELDS: readonly (readonly [field: string, read: (rule: Rule) => unknown])[] = [
  ["event type", ({ event }) => event.type],
  ["citation", ({ cites }) => cites],
  ["verification", ({ verified }) => verified.status],
  ["basis", ({ basis }) => basis ?? "law"],
  ["reading", ({ reading }) => reading ?? null],
];

/** Whether two JSON values are the same; the order of keys is no part of a value, the order of a list is. */
export const isSame = (left: unknown, right: unknown): boolean => canonical(left) === canonical(right);

/** A JSON value as text that is the same for the same value. */
export const canonical = (value: unknown): string => canonicalize([value]) ?? "";
