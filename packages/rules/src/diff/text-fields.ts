import type { Rule } from "../file/rule-file.ts";
import { isSame } from "./field-changes.ts";
import type { Pair } from "./side.ts";

type Field = readonly [words: string, read: (rule: Rule) => unknown];

const TEXT_FIELDS: readonly Field[] = [
  ["title", ({ title }) => title],
  ["notes", ({ notes }) => notes ?? []],
  ["how the text was checked", ({ verified: { status: _status, ...rest } }) => rest],
  ["day of review", ({ reviewedOn }) => reviewedOn],
  ["days in force", ({ inForce }) => inForce],
  ["rows of law", ({ rows }) => rows],
];

const CONDITION_FIELDS: readonly Field[] = [
  ["conditions", ({ conditions }) => conditions],
  ["effect", ({ effect }) => effect],
  ["what it sets aside", ({ overrides }) => overrides ?? []],
];

const differing =
  (fields: readonly Field[]) =>
  ({ left, right }: Pair<Rule>): readonly string[] =>
    fields.filter(([, read]) => !isSame(read(left), read(right))).map(([words]) => words);

/** What of a rule only its readers see. */
export const textFields = differing(TEXT_FIELDS);
/** What of a rule its answers turn on. */
export const conditionFields = differing(CONDITION_FIELDS);
