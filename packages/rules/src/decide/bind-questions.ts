import { bindCondition, type QuestionModel, type RuleModel } from "../diagram/condition-model.ts";
import { leavesOf } from "../diagram/condition-parts.ts";
import { factSpace, type FactSpace } from "../diagram/fact-space.ts";
import { type FactTest, testOf } from "../diagram/fact-test.ts";
import { itemAt } from "../diagram/item-at.ts";
import { FIRST_FACTS, orderFacts, type RulesByQuestion } from "../diagram/order.ts";
import type { Leaf } from "../file/condition.ts";
import type { QuestionId, Rule } from "../file/rule-file.ts";
import type { Law } from "../load/law.ts";
import type { FactName, Vocabulary } from "../vocabulary/fact-definition.ts";
import { type Closure, questionsRead } from "./question-closure.ts";
import type { Selection } from "./select-rules.ts";

/** A question's closure with the law that it was taken from. */
type ClosureOfLaw = { readonly law: Pick<Law, "questions">; readonly closure: Closure };

/** What is bound in one space. */
export type BindingRequest = {
  /** The facts of every closure and of every further test. */
  readonly vocabulary: Vocabulary;
  readonly closures: readonly ClosureOfLaw[];
  /** Further tests, such as those of a property to be proved: the cells are cut for them too. */
  readonly tests?: readonly Leaf[];
};

/** Questions whose conditions speak of the same cells of the same facts, so that their diagrams can be combined. */
export type BoundTogether = {
  readonly space: FactSpace;
  /** One model per closure, in the order given. */
  readonly models: readonly QuestionModel[];
};

/** Cuts every fact by every test of it in any of the closures, and binds each closure's rules to the cells. */
export const bindTogether = ({ vocabulary, closures, tests = [] }: BindingRequest): BoundTogether => {
  const names = orderTogether(vocabulary, closures, tests);
  const ordered = names.flatMap((name) => vocabulary.get(name) ?? []);
  const leaves = [...closures.flatMap(({ closure }) => closure.flatMap(leavesOfSelection)), ...tests];
  const space = factSpace(ordered, testsByFact(leaves));
  return { space, models: closures.map((closure) => bindClosure(closure, space)) };
};

/** The facts in the order of the first closure's own diagram, then what only later ones read. */
const orderTogether = (
  vocabulary: Vocabulary,
  closures: readonly ClosureOfLaw[],
  tests: readonly Leaf[],
): readonly FactName[] => {
  const rules = rulesOf(closures);
  const asked = new Set(closures.map(({ closure }) => itemAt(closure, closure.length - 1).question));
  const names = [...asked].flatMap((question) => orderFacts(question, rules, vocabulary));
  const all = new Set([...names, ...tests.map((test) => test.fact)]);
  return [...FIRST_FACTS.filter((name) => all.has(name)), ...[...all].filter((name) => !FIRST_FACTS.includes(name))];
};

const rulesOf = (closures: readonly ClosureOfLaw[]): RulesByQuestion => {
  const rules = new Map<QuestionId, readonly Rule[]>();
  for (const selection of closures.flatMap(({ closure }) => closure))
    rules.set(selection.question, [...(rules.get(selection.question) ?? []), ...selection.rules]);
  return rules;
};

const leavesOfSelection = ({ rules }: Selection): readonly Leaf[] => rules.flatMap((rule) => leavesOf(rule.conditions));

const testsByFact = (leaves: readonly Leaf[]): ReadonlyMap<FactName, readonly FactTest[]> =>
  new Map([...Map.groupBy(leaves, (leaf) => leaf.fact)].map(([fact, tests]) => [fact, tests.map(testOf)]));

const bindClosure = ({ law, closure }: ClosureOfLaw, space: FactSpace): QuestionModel => {
  const questions = new Map<QuestionId, QuestionModel>();
  for (const selection of closure) {
    const reads = questionsRead(selection, law).flatMap((id) => questions.get(id) ?? []);
    const bound = selection.rules.map((rule) =>
      bindRule(rule, selection, (conditions) => bindCondition(conditions, { space, questions })),
    );
    questions.set(selection.question, { question: selection.question, rules: bound, reads });
  }
  return itemAt([...questions.values()], closure.length - 1);
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
