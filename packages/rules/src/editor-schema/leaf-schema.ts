import type { Operator } from "../file/condition.ts";
import { OPERATORS } from "../load/check-conditions.ts";
import type { FactDefinition } from "../vocabulary/fact-definition.ts";
import { describeFact } from "./fact-words.ts";
import type { Names } from "./names-in.ts";
import { choices, definition, type Schema, whenKeyIs, withKeys } from "./schema.ts";
import { valuesOf } from "./value-schema.ts";

const factChoice = (fact: FactDefinition) => ({
  value: fact.name,
  title: fact.title,
  description: describeFact(fact),
});

/** The facts and the questions that a condition may test. */
export const testableSchema = ({ vocabulary, questions }: Names): Schema =>
  choices([
    ...[...vocabulary.values()].map(factChoice),
    ...questions.map(({ id, title }) => ({
      value: id,
      title,
      description: `${title} Yes or no: the answer of another question of this folder.`,
    })),
  ]);

/** A test of one fact: the operators and the values that an editor offers are those of the fact named. */
export const leafSchema = ({ vocabulary, questions }: Names): Schema => {
  const facts = [...vocabulary.values()];
  const yesOrNo = [...facts.filter(({ type }) => type === "boolean").map(({ name }) => name), ...idsOf(questions)];
  const others = facts.filter(({ type }) => type !== "boolean");
  return {
    type: "object",
    description: "A test of one fact.",
    properties: { fact: definition("Testable"), operator: {}, value: {} },
    required: ["fact", "operator", "value"],
    additionalProperties: false,
    allOf: [
      whenKeyIs("fact", yesOrNo, singles(OPERATORS.boolean, definition("YesOrNo"))),
      ...others.map((fact) => whenKeyIs("fact", [fact.name], testOf(fact))),
    ],
  };
};

const idsOf = (named: readonly { readonly id: string }[]): readonly string[] => named.map(({ id }) => id);

const testOf = (fact: FactDefinition): Schema => {
  const value = definition(valuesOf(fact));
  const single = OPERATORS[fact.type].filter((operator) => !LISTS.includes(operator));
  const list = OPERATORS[fact.type].filter((operator) => LISTS.includes(operator));
  if (list.length === 0) return singles(single, value);
  return { anyOf: [singles(single, value), lists(list, value)] };
};

const LISTS: readonly Operator[] = ["in", "notIn"];

const singles = (allowed: readonly Operator[], value: Schema): Schema =>
  withKeys({ operator: operators(allowed), value });

const lists = (allowed: readonly Operator[], value: Schema): Schema =>
  withKeys({ operator: operators(allowed), value: { type: "array", minItems: 1, items: value } });

const operators = (allowed: readonly Operator[]): Schema =>
  choices(allowed.map((operator) => ({ value: operator, description: MEANING[operator] })));

const MEANING: Readonly<Record<Operator, string>> = {
  equal: "is this value",
  notEqual: "is any other value",
  in: "is one of these values",
  notIn: "is none of these values",
  lessThan: "is less than this, or before this day",
  lessThanInclusive: "is this or less, or this day or before",
  greaterThan: "is more than this, or after this day",
  greaterThanInclusive: "is this or more, or this day or after",
};
