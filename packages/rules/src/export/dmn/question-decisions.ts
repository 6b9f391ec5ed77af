import type { CompiledQuestion } from "../../decide/compiled-question.ts";
import { LEFT_OUT_BECAUSE } from "../../explain/left-out-words.ts";
import { notExported } from "../exported-question.ts";
import { answerExpression, denialsExpression, denialsOf, groundsExpression } from "./answer-expressions.ts";
import { type DecisionNames, decisionNames } from "./decision-names.ts";
import type { DmnDecision } from "./dmn-model.ts";
import { feelName } from "./feel-name.ts";
import { knownTest, possibleTest, type ValueTests } from "./feel-tests.ts";
import type { QuestionTables } from "./question-tables.ts";
import { columnsOf, ruleTable } from "./rule-table.ts";
import { ANSWER_TYPE, DENIALS_TYPE, RULES_TYPE } from "./types-of-facts.ts";

/** The decisions that come to a question's answer: which rules hold, which may, who is set aside, the grounds, the answer. */
export const decisionsOf = (tables: QuestionTables): readonly DmnDecision[] => {
  const names = decisionNames(tables.compiled.question);
  return [
    tableDecision(tables, {
      name: names.holding,
      label: `${tables.compiled.question}: rules that hold`,
      description: HOLDING,
      write: knownTest,
    }),
    tableDecision(tables, {
      name: names.possible,
      label: `${tables.compiled.question}: rules that may hold`,
      description: POSSIBLE,
      write: possibleTest,
    }),
    ...(denialsOf(tables).length === 0 ? [] : [denialsDecision(tables, names)]),
    groundsDecision(tables, names),
    answerDecision(tables, names),
  ];
};

const HOLDING =
  "The rules that hold, each as often as one of its rows matches. No test passes a null, so a rule is listed only if what is known suffices.";
const POSSIBLE =
  "The same rows with null let through: the rules that hold for some value of what is null. With every input given it lists what the table of rules that hold lists.";
const DENIALS = "The rules that deny, each with the grants that it sets aside when it holds.";
const GROUNDS = "The grants that hold and that no denial sets aside, whatever is null turns out to be.";
const ANSWER = "Null when what is null could change the answer; never null when every input is given.";

type TableDecision = Pick<DmnDecision, "name" | "label" | "description"> & {
  readonly write: (tests: ValueTests) => string;
};

const tableDecision = (tables: QuestionTables, { write, ...told }: TableDecision): DmnDecision => {
  const columns = columnsOf(tables).map(({ axis, isAnswer }) => ({ name: feelName(axis.definition.name), isAnswer }));
  return {
    ...told,
    question: null,
    allowedAnswers: null,
    type: RULES_TYPE,
    needsInputs: columns.filter(({ isAnswer }) => !isAnswer).map(({ name }) => name),
    needsDecisions: columns.filter(({ isAnswer }) => isAnswer).map(({ name }) => name),
    logic: ruleTable(tables, write),
  };
};

const step = (told: Pick<DmnDecision, "name" | "label" | "description" | "type">, text: string): DmnDecision => ({
  ...told,
  question: null,
  allowedAnswers: null,
  needsInputs: [],
  needsDecisions: [],
  logic: { kind: "literal", text },
});

const denialsDecision = (tables: QuestionTables, { denials }: DecisionNames): DmnDecision =>
  step(
    { name: denials, label: `${tables.compiled.question}: denials`, description: DENIALS, type: DENIALS_TYPE },
    denialsExpression(tables),
  );

const groundsDecision = (tables: QuestionTables, { grounds, ...names }: DecisionNames): DmnDecision => ({
  ...step(
    { name: grounds, label: `${tables.compiled.question}: grounds`, description: GROUNDS, type: RULES_TYPE },
    groundsExpression(tables),
  ),
  needsDecisions: denialsOf(tables).length === 0 ? [names.holding] : [names.holding, names.possible, names.denials],
});

const answerDecision = (tables: QuestionTables, names: DecisionNames): DmnDecision => {
  const { compiled, conflictsFrom } = tables;
  const withDenials = denialsOf(tables).length === 0 ? [] : [names.holding, names.denials];
  return {
    name: names.answer,
    label: compiled.question,
    description: [ANSWER, ...leftOutOf(compiled)].join(" "),
    question: compiled.law.questions.get(compiled.question)?.file.title ?? null,
    allowedAnswers: "yes, no, conflict",
    type: ANSWER_TYPE,
    needsInputs: [],
    needsDecisions: [names.grounds, names.possible, ...withDenials, ...conflictsFrom.map(feelName)],
    logic: { kind: "literal", text: answerExpression(tables) },
  };
};

const leftOutOf = (compiled: CompiledQuestion): readonly string[] => {
  const rules = notExported(compiled);
  if (rules.length === 0) return [];
  return [`Left out: ${rules.map(({ rule, because }) => `${rule} (${LEFT_OUT_BECAUSE[because]})`).join("; ")}.`];
};
