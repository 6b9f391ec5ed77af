import fc from "fast-check";
import type { QuestionId, Rule, RuleId } from "../file/rule-file.ts";
import type { Law } from "../load/law.ts";
import type { FactDefinition } from "../vocabulary/fact-definition.ts";
import { arbitraryConditions } from "./arbitrary-condition.ts";
import { arbitraryLaw, INNER_QUESTION, SAMPLE_QUESTION } from "./arbitrary-law.ts";
import { sampleLaw } from "./sample-law.ts";

/** Two laws to compare, each with the rules that are turned on in it. */
export type LawPair = {
  readonly left: { readonly law: Law; readonly enable: readonly RuleId[] };
  readonly right: { readonly law: Law; readonly enable: readonly RuleId[] };
};

const SIZE = { min: 2, max: 3 };

/** A law and an edition of it in which a few rules were edited, dropped or reworded; or two laws that have nothing in common but facts. */
export const arbitraryLawPair = (): fc.Arbitrary<LawPair> =>
  fc.oneof({ weight: 3, arbitrary: editedPair() }, { weight: 1, arbitrary: unrelatedPair() });

const unrelatedPair = (): fc.Arbitrary<LawPair> =>
  fc
    .record({
      left: arbitraryLaw(SIZE),
      right: arbitraryLaw(SIZE),
      params: fc.array(arbitraryParams(), { maxLength: 4 }),
    })
    .map(({ left, right, params }) => ({
      left: { ...left, law: withParams(left.law, params) },
      right: { ...right, law: withParams(right.law, params.toReversed()) },
    }));

const editedPair = (): fc.Arbitrary<LawPair> =>
  arbitraryLaw(SIZE).chain((left) => {
    const facts = [...left.law.vocabulary.values()];
    return fc
      .record({
        edits: fc.array(arbitraryEdit(facts), { minLength: 1, maxLength: 3 }),
        params: fc.array(arbitraryParams(), { maxLength: 4 }),
        narrowed: fc.boolean(),
      })
      .map(({ edits, params, narrowed }) => {
        const before = withParams(left.law, params);
        const edited = edits.reduce((law, edit) => edit(law), before);
        const law = narrowed ? withFacts(edited, facts.map(narrow)) : edited;
        return { left: { law: before, enable: left.enable }, right: { law, enable: rulesKept(law, left.enable) } };
      });
  });

type Edit = (law: Law) => Law;

const arbitraryEdit = (facts: readonly FactDefinition[]): fc.Arbitrary<Edit> => {
  const outer = { place: fc.nat(4), question: fc.constant(SAMPLE_QUESTION) };
  const either = { place: fc.nat(4), question: fc.constantFrom(SAMPLE_QUESTION, INNER_QUESTION) };
  return fc.oneof(
    fc
      .record({ ...outer, conditions: arbitraryConditions({ facts, questions: [INNER_QUESTION] }) })
      .map(({ conditions, ...at }) => onRule(at, (rule) => [{ ...rule, conditions }])),
    fc
      .record({ ...either, conditions: arbitraryConditions({ facts, questions: [] }) })
      .map(({ conditions, ...at }) => onRule(at, (rule) => [{ ...rule, conditions }])),
    fc
      .record({ ...outer, params: arbitraryParams() })
      .map(({ params, ...at }) => onRule(at, (rule) => [{ ...rule, event: { ...rule.event, params } }])),
    fc.record(either).map((at) => onRule(at, (rule) => [{ ...rule, title: `${rule.title}, reworded` }])),
    fc.record(either).map((at) => onRule(at, () => [])),
  );
};

const arbitraryParams = (): fc.Arbitrary<Rule["event"]["params"]> =>
  fc.record(
    { window: fc.constantFrom(1, 2, 3), methods: fc.constantFrom(["mail"], ["phone"]) },
    { requiredKeys: ["window"] },
  );

/** Changes the rule at a place, counted round; a question keeps its last rule. */
const onRule =
  (
    { question, place }: { readonly question: QuestionId; readonly place: number },
    change: (rule: Rule) => readonly Rule[],
  ): Edit =>
  (law) =>
    withRules(law, (id, rules) => {
      if (id !== question) return rules;
      const changed = rules.flatMap((rule, at) => (at === place % rules.length ? change(rule) : [rule]));
      return changed.length === 0 ? rules : changed;
    });

const withParams = (law: Law, params: readonly Rule["event"]["params"][]): Law =>
  withRules(law, (_, rules) =>
    rules.map((rule, at) => ({
      ...rule,
      event: { ...rule.event, params: params[at % Math.max(1, params.length)] ?? {} },
    })),
  );

const withRules = (law: Law, change: (question: QuestionId, rules: readonly Rule[]) => readonly Rule[]): Law =>
  sampleLaw(
    [...law.vocabulary.values()],
    Object.fromEntries([...law.questions].map(([id, { file }]) => [id, [...change(id, file.rules)]])),
  );

const withFacts = (law: Law, facts: readonly FactDefinition[]): Law => ({
  ...law,
  vocabulary: new Map(facts.map((fact) => [fact.name, fact])),
});

/** Takes away the last value of a fact that can spare one, as when a list of offenses changes. */
const narrow = (fact: FactDefinition): FactDefinition => {
  if (fact.type === "enum") return { ...fact, values: [...fact.values.slice(0, -1), "brand-new"] };
  return fact.type === "integer" ? { ...fact, min: fact.min + 1, max: fact.max + 2 } : fact;
};

const rulesKept = (law: Law, enable: readonly RuleId[]): readonly RuleId[] => {
  const kept = new Set([...law.questions.values()].flatMap(({ file }) => file.rules.map(({ id }) => id)));
  return enable.filter((id) => kept.has(id));
};
