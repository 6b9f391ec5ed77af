import { formatCitation } from "@victim-rights/core";
import type { Axis } from "../../diagram/cell.ts";
import type { Rule } from "../../file/rule-file.ts";
import type { Law } from "../../load/law.ts";
import type { Cube } from "../../region/cube.ts";
import type { FactDefinition } from "../../vocabulary/fact-definition.ts";
import type { DmnColumn, DmnRow, DmnTable } from "./dmn-model.ts";
import { feelName } from "./feel-name.ts";
import { feelString, testsOf, testsOfAnswer, type ValueTests } from "./feel-tests.ts";
import type { QuestionTables } from "./question-tables.ts";

/** What each row says of its rule, beside the rule's id. */
const ANNOTATIONS = ["effect", "rule", "law", "checked"] as const;

/** A question's rules as one decision table: a row per region of a rule, in the order of the rules' ids. */
export const ruleTable = (tables: QuestionTables, write: (tests: ValueTests) => string): DmnTable => {
  const columns = columnsOf(tables);
  return {
    kind: "table",
    columns: columns.map(({ axis, isAnswer }) => columnOf(axis.definition, isAnswer)),
    output: "rule",
    annotations: ANNOTATIONS,
    rows: tables.rules.flatMap(({ rule, rows }) =>
      rows.map((row): DmnRow => ({
        tests: columns.map((column) => cellOf(column, row, write)),
        output: feelString(rule.id),
        notes: notesOf(rule, tables.compiled.law),
      })),
    ),
  };
};

type Column = { readonly level: number; readonly axis: Axis; readonly isAnswer: boolean };

/** The facts that some row tests, and the answers of questions read, in the order that a diagram tests them. */
export const columnsOf = ({ compiled, space, rules }: QuestionTables): readonly Column[] => {
  const used = new Set(rules.flatMap(({ rows }) => rows.flatMap((row) => [...row.keys()])));
  const questions = new Set(compiled.within.map(({ question }) => question));
  return [...space.axes.entries()]
    .filter(([level]) => used.has(level))
    .map(([level, axis]) => ({ level, axis, isAnswer: questions.has(axis.definition.name) }));
};

const columnOf = (definition: FactDefinition, isAnswer: boolean): DmnColumn => ({
  variable: feelName(definition.name),
  label: definition.type === "integer" ? `${definition.title}, in ${definition.unit}s` : definition.title,
  base: isAnswer ? "string" : baseType(definition),
});

const cellOf = ({ level, axis, isAnswer }: Column, row: Cube, write: (tests: ValueTests) => string): string => {
  const cells = row.get(level);
  if (cells === undefined) return "-";
  return write(isAnswer ? testsOfAnswer(cells) : testsOf(axis, cells));
};

/** The FEEL type of a fact's values. */
export const baseType = ({ type }: FactDefinition): string => BASE_TYPES[type];

const BASE_TYPES: Readonly<Record<FactDefinition["type"], string>> = {
  boolean: "boolean",
  enum: "string",
  integer: "number",
  date: "date",
};

const notesOf = (rule: Rule, law: Law): readonly string[] => [
  rule.effect === "grant" ? "grants" : "denies",
  rule.title,
  rule.cites.map((cite) => formatCitation(cite, law.profile.sources)).join("; "),
  rule.basis === "policy" ? "the agency's own policy, not law" : `${rule.verified.status}, ${rule.verified.on}`,
];
