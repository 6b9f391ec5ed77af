import fc from "fast-check";
import type { Condition, Leaf, Operator } from "../file/condition.ts";
import type { QuestionId, Rule } from "../file/rule-file.ts";
import type { FactDefinition } from "../vocabulary/fact-definition.ts";
import { valuesOf } from "./fact-values.ts";

/** What a generated condition may test. */
export type ConditionNames = { readonly facts: readonly FactDefinition[]; readonly questions: readonly QuestionId[] };

/** A rule's root condition: a group, at most three deep, of tests that fit the facts' types. */
export const arbitraryConditions = (names: ConditionNames): fc.Arbitrary<Rule["conditions"]> =>
  fc.letrec<{ readonly group: Rule["conditions"]; readonly part: Condition }>((tie) => ({
    group: fc.oneof(
      fc.array(tie("part"), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
      fc.array(tie("part"), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
      tie("part").map((not) => ({ not })),
    ),
    part: fc.oneof(
      { maxDepth: 2, depthIdentifier: "condition" },
      { weight: 3, arbitrary: arbitraryLeaf(names) },
      { weight: 2, arbitrary: tie("group") },
    ),
  })).group;

/** One test of one fact, or of the answer of one question. */
export const arbitraryLeaf = ({ facts, questions }: ConditionNames): fc.Arbitrary<Leaf> =>
  fc.oneof(
    ...facts.map(leafOfFact),
    ...questions.map((question) => leafOf(question, ["equal", "notEqual"], fc.boolean())),
  );

const EQUALITY: readonly Operator[] = ["equal", "notEqual"];
const ORDER: readonly Operator[] = ["lessThan", "lessThanInclusive", "greaterThan", "greaterThanInclusive"];

const leafOfFact = (fact: FactDefinition): fc.Arbitrary<Leaf> => {
  const value = fc.constantFrom(...valuesOf(fact));
  const membership = leafOf(fact.name, ["in", "notIn"], fc.uniqueArray(value, { minLength: 1, maxLength: 3 }));
  switch (fact.type) {
    case "boolean":
      return leafOf(fact.name, EQUALITY, value);
    case "enum":
      return fc.oneof(leafOf(fact.name, EQUALITY, value), membership);
    case "integer":
      return fc.oneof(leafOf(fact.name, [...EQUALITY, ...ORDER], value), membership);
    case "date":
      return leafOf(fact.name, [...EQUALITY, ...ORDER], value);
  }
};

const leafOf = (fact: string, operators: readonly Operator[], value: fc.Arbitrary<Leaf["value"]>): fc.Arbitrary<Leaf> =>
  fc.record({ fact: fc.constant(fact), operator: fc.constantFrom(...operators), value });
