import type { Rule } from "../../file/rule-file.ts";
import { type DecisionNames, decisionNames } from "./decision-names.ts";
import { feelName } from "./feel-name.ts";
import { feelString, feelStrings } from "./feel-tests.ts";
import type { QuestionTables } from "./question-tables.ts";

/** The rules of a question that deny, in the order of their ids. */
export const denialsOf = ({ rules }: QuestionTables): readonly Rule[] =>
  rules.map(({ rule }) => rule).filter(({ effect }) => effect === "deny");

/** The denials with the grants that each sets aside, as a FEEL list of contexts. */
export const denialsExpression = (tables: QuestionTables): string => {
  const lines = denialsOf(tables).map(
    ({ id, overrides = [] }) => `  { rule: ${feelString(id)}, overrides: ${feelStrings(overrides)} }`,
  );
  return `[\n${lines.join(",\n")}\n]`;
};

/** The grants that hold and that no denial sets aside, whichever denials the unknown facts leave possible. */
export const groundsExpression = (tables: QuestionTables): string => {
  const { holding, possible, denials } = decisionNames(tables.compiled.question);
  if (denialsOf(tables).length === 0) return `distinct values(${holding})`;
  return `distinct values(${holding}[${standing(denials, possible)}])`;
};

/** Of a list of rules: a grant that none of the denials in another list sets aside. That other list may be `null`. */
const standing = (denials: string, denying: string): string => `every denial in ${denials} satisfies
  denial.rule != item
  and not(list contains(denial.overrides, item) and list contains(${denying}, denial.rule) = true)`;

/**
 * The answer. It says yes, no or conflict only where every value of the unknown facts does, and `null` elsewhere; with
 * every fact known it is never `null`. A table of which no row matches may give `null` for an empty list.
 */
export const answerExpression = (tables: QuestionTables): string => {
  const names = decisionNames(tables.compiled.question);
  const branches = [...conflictBranches(tables, names), ...yesBranches(tables, names), ...openBranches(tables, names)];
  return [...branches.map(([condition, answer]) => `if ${condition} then ${answer}`), feelString("no")].join("\nelse ");
};

type Branch = readonly [condition: string, answer: string];

const conflictBranches = (tables: QuestionTables, names: DecisionNames): readonly Branch[] => {
  const inner = tables.conflictsFrom.map(feelName);
  const certain = [
    ...inner.map((answer) => `${answer} = "conflict"`),
    ...(tables.canClash ? [`count(${names.grounds}) > 0 and ${someDenialIn(names, names.holding)}`] : []),
  ];
  const open = inner.map((answer) => `${answer} = null`);
  return [
    ...(certain.length > 0 ? [[certain.join(" or "), feelString("conflict")] as const] : []),
    ...(open.length > 0 ? [[open.join(" or "), "null"] as const] : []),
  ];
};

const yesBranches = ({ canClash }: QuestionTables, names: DecisionNames): readonly Branch[] => [
  ...(canClash ? [[`count(${names.grounds}) > 0 and ${someDenialIn(names, names.possible)}`, "null"] as const] : []),
  [`count(${names.grounds}) > 0`, feelString("yes")],
];

const someDenialIn = ({ denials }: DecisionNames, list: string): string =>
  `(some denial in ${denials} satisfies list contains(${list}, denial.rule))`;

const openBranches = (tables: QuestionTables, { holding, possible, denials }: DecisionNames): readonly Branch[] => {
  const left = denialsOf(tables).length === 0 ? possible : `${possible}[${standing(denials, holding)}]`;
  return [[`count(${left}) > 0`, "null"]];
};
