import type { FactLiteral, Leaf, Operator } from "../file/condition.ts";

/** What a condition asks of one fact: an operator and the values it compares with. */
export type FactTest = { readonly operator: Operator; readonly values: readonly FactLiteral[] };

/** Reads a leaf's value or list of values as a list. */
export const testOf = (leaf: Leaf): FactTest => ({
  operator: leaf.operator,
  values: Array.isArray(leaf.value) ? leaf.value : [leaf.value],
});

/** Whether a known value passes a test. Dates compare as text: `YYYY-MM-DD` sorts by day. */
export const passes = ({ operator, values }: FactTest, value: FactLiteral): boolean => TESTS[operator](value, values);

type Test = (value: FactLiteral, values: readonly FactLiteral[]) => boolean;

const isOneOf: Test = (value, values) => values.includes(value);
const isNoneOf: Test = (value, values) => !values.includes(value);

const TESTS: Readonly<Record<Operator, Test>> = {
  equal: isOneOf,
  in: isOneOf,
  notEqual: isNoneOf,
  notIn: isNoneOf,
  lessThan: (value, values) => values.every((bound) => value < bound),
  lessThanInclusive: (value, values) => values.every((bound) => value <= bound),
  greaterThan: (value, values) => values.every((bound) => value > bound),
  greaterThanInclusive: (value, values) => values.every((bound) => value >= bound),
};
