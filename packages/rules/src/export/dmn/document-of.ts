import type { CompiledQuestion } from "../../decide/compiled-question.ts";
import type { FactDefinition, FactName } from "../../vocabulary/fact-definition.ts";
import { denialsOf } from "./answer-expressions.ts";
import type { DmnModel } from "./dmn-model.ts";
import { decisionsOf } from "./question-decisions.ts";
import type { QuestionTables } from "./question-tables.ts";
import { columnsOf } from "./rule-table.ts";
import { decisionTypes, factTypes, inputOf } from "./types-of-facts.ts";

/** The document of a question and of every question it reads. */
export const documentOf = (asked: CompiledQuestion, tables: readonly QuestionTables[]): DmnModel => {
  const facts = factsTested(tables);
  return {
    id: "definitions",
    name: `${asked.law.id} ${asked.question}`,
    namespace: `urn:victim-rights:${asked.law.id}:${asked.question}:${asked.asOf}`,
    description: originOf(asked),
    types: [...decisionTypes(tables.some((each) => denialsOf(each).length > 0)), ...factTypes(facts)],
    inputs: facts.map(inputOf),
    decisions: tables.flatMap(decisionsOf),
  };
};

/** The facts that some row of some table tests, in the order of the vocabulary. */
export const factsTested = (tables: readonly QuestionTables[]): readonly FactDefinition[] => {
  const names = new Set<FactName>(
    tables.flatMap((each) => columnsOf(each).flatMap(({ axis, isAnswer }) => (isAnswer ? [] : [axis.definition.name]))),
  );
  return [...(tables[0]?.compiled.law.vocabulary.values() ?? [])].filter(({ name }) => names.has(name));
};

const originOf = ({ law, question, asOf, edition, enabled, ruleHash }: CompiledQuestion): string => {
  const on = enabled.length === 0 ? "" : ` Turned on: ${enabled.join(", ")}.`;
  return `${law.profile.name}, ${question}, as the law stood on ${asOf}, edition ${edition}. Rules ${ruleHash}.${on}`;
};
