import fc from "fast-check";
import { leavesOf } from "../src/diagram/condition-parts.ts";
import { passes, testOf } from "../src/diagram/fact-test.ts";
import type { FactDefinition, FactValue, Law, Leaf, QuestionId, Rule } from "../src/index.ts";

/**
 * Complete facts that make a chosen rule likely to hold. Facts drawn blindly almost never meet a rule of nine conditions,
 * and a comparison of two engines that both say no proves little.
 */
export const factsNearRules = (law: Law, question: QuestionId): fc.Arbitrary<Readonly<Record<string, FactValue>>> => {
  const leaves = allLeaves(law, question);
  const facts = [...law.vocabulary.values()].filter((fact) => leaves.some((leaf) => leaf.fact === fact.name));
  return fc.constantFrom(...rulesOf(law, question)).chain((rule) => {
    const wanted = leavesIn(law, rule);
    return fc.record(Object.fromEntries(facts.map((fact) => [fact.name, valueNear(fact, { wanted, leaves })])));
  });
};

const rulesOf = (law: Law, question: QuestionId): readonly Rule[] => law.questions.get(question)?.file.rules ?? [];

const allLeaves = (law: Law, question: QuestionId): readonly Leaf[] =>
  rulesOf(law, question).flatMap((rule) => leavesIn(law, rule));

/** A rule's tests of facts, and those of the questions it reads. */
const leavesIn = (law: Law, rule: Rule): readonly Leaf[] =>
  leavesOf(rule.conditions).flatMap((leaf) => (law.questions.has(leaf.fact) ? allLeaves(law, leaf.fact) : [leaf]));

const valueNear = (
  fact: FactDefinition,
  near: { readonly wanted: readonly Leaf[]; readonly leaves: readonly Leaf[] },
): fc.Arbitrary<FactValue> => {
  const all = valuesWorthTrying(fact, near.leaves);
  const liked = all.filter((value) =>
    near.wanted.some((leaf) => leaf.fact === fact.name && passes(testOf(leaf), value)),
  );
  const any = fc.constantFrom(...all);
  return liked.length === 0
    ? any
    : fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...liked) }, { weight: 1, arbitrary: any });
};

/** Every value of a small domain; for numbers and days, the bounds that rules mention and their neighbours. */
const valuesWorthTrying = (fact: FactDefinition, leaves: readonly Leaf[]): readonly FactValue[] => {
  switch (fact.type) {
    case "boolean":
      return [true, false];
    case "enum":
      return fact.values;
    case "integer": {
      const bounds = mentioned(fact, leaves).filter((value) => typeof value === "number");
      return [fact.min, fact.max, ...bounds.flatMap((bound) => [bound - 1, bound, bound + 1])].filter(
        (value) => value >= fact.min && value <= fact.max,
      );
    }
    case "date":
      return [fact.from, fact.to, ...mentioned(fact, leaves)];
  }
};

const mentioned = (fact: FactDefinition, leaves: readonly Leaf[]): readonly FactValue[] =>
  leaves.filter((leaf) => leaf.fact === fact.name).flatMap((leaf) => testOf(leaf).values);
