import { bindCondition, type QuestionModel, type RuleModel } from "../diagram/condition-model.ts";
import { leavesOf } from "../diagram/condition-parts.ts";
import { factSpace, type FactSpace } from "../diagram/fact-space.ts";
import { type FactTest, testOf } from "../diagram/fact-test.ts";
import { itemAt } from "../diagram/item-at.ts";
import { orderFacts } from "../diagram/order.ts";
import type { QuestionId, Rule } from "../file/rule-file.ts";
import type { Law } from "../load/law.ts";
import type { FactName } from "../vocabulary/fact-definition.ts";
import { type Closure, questionsRead } from "./question-closure.ts";
import type { Selection } from "./select-rules.ts";

/** A question ready to be compiled or evaluated: its facts cut into cells, its conditions bound to them. */
export type BoundQuestion = {
  /** The base facts the rules read, their own and those of questions read, in the diagram's order. */
  readonly space: FactSpace;
  readonly model: QuestionModel;
};

/** Cuts the facts that a closure's rules read, and binds every rule to them. */
export const bindQuestion = (law: Law, closure: Closure): BoundQuestion => {
  const asked = itemAt(closure, closure.length - 1);
  const rules = new Map(closure.map((selection) => [selection.question, selection.rules]));
  const ordered = orderFacts(asked.question, rules, law.vocabulary).flatMap((name) => law.vocabulary.get(name) ?? []);
  const space = factSpace(ordered, testsByFact(closure));
  const questions = new Map<QuestionId, QuestionModel>();
  for (const selection of closure) {
    const reads = questionsRead(selection, law).flatMap((id) => questions.get(id) ?? []);
    const bound = selection.rules.map((rule) =>
      bindRule(rule, selection, (conditions) => bindCondition(conditions, { space, questions })),
    );
    questions.set(selection.question, { question: selection.question, rules: bound, reads });
  }
  return { space, model: itemAt([...questions.values()], closure.length - 1) };
};

const bindRule = (
  rule: Rule,
  { rules }: Selection,
  bind: (conditions: Rule["conditions"]) => RuleModel["condition"],
): RuleModel => ({
  rule,
  condition: bind(rule.conditions),
  overriddenBy: rule.effect === "grant" ? rules.flatMap((other, place) => (overrides(other, rule) ? [place] : [])) : [],
});

/** A denial sets aside only the grants it names. */
const overrides = (denial: Rule, grant: Rule): boolean =>
  denial.effect === "deny" && (denial.overrides ?? []).includes(grant.id);

const testsByFact = (closure: Closure): ReadonlyMap<FactName, readonly FactTest[]> => {
  const leaves = closure.flatMap(({ rules }) => rules.flatMap((rule) => leavesOf(rule.conditions)));
  return new Map([...Map.groupBy(leaves, (leaf) => leaf.fact)].map(([fact, tests]) => [fact, tests.map(testOf)]));
};
