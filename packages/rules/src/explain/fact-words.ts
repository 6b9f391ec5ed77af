import { type FactTest } from "../diagram/fact-test.ts";
import { type FactValue, isUncertain, type Uncertain } from "../facts.ts";
import type { FactLiteral, Operator } from "../file/condition.ts";
import type { FactDefinition } from "../vocabulary/fact-definition.ts";

/** A value as a person would say it: `yes`, `parole hearing scheduled`, `17 years`. */
const valueInWords = (value: FactLiteral, definition: FactDefinition | undefined): string => {
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (definition?.type === "integer") return `${value} ${definition.unit}${value === 1 ? "" : "s"}`;
  return definition?.type === "enum" ? plainName(String(value)) : String(value);
};

/** A kebab-case name as words. */
export const plainName = (name: string): string => name.replaceAll("-", " ");

/** What is known of a fact, in words. */
export const givenInWords = (
  value: FactValue | Uncertain | null | undefined,
  definition: FactDefinition | undefined,
): string => {
  if (value === undefined || value === null) return "not asked yet";
  return isUncertain(value) ? "asked, and nobody knows" : valueInWords(value, definition);
};

/** What a test asks for, in words; with `wanted` false, what its opposite asks for. */
export const neededInWords = (test: FactTest, wanted: boolean, definition: FactDefinition | undefined): string => {
  const operator = wanted ? test.operator : OPPOSITE[test.operator];
  if (isBooleanTest(test)) return isYesWanted(operator, test) ? "yes" : "no";
  return PHRASES[operator](listInWords(test.values.map((value) => valueInWords(value, definition))));
};

const isBooleanTest = ({ values }: FactTest): boolean => values.every((value) => typeof value === "boolean");

const isYesWanted = (operator: Operator, { values }: FactTest): boolean =>
  operator === "equal" || operator === "in" ? values.includes(true) : !values.includes(true);

const OPPOSITE: Readonly<Record<Operator, Operator>> = {
  equal: "notEqual",
  notEqual: "equal",
  in: "notIn",
  notIn: "in",
  lessThan: "greaterThanInclusive",
  lessThanInclusive: "greaterThan",
  greaterThan: "lessThanInclusive",
  greaterThanInclusive: "lessThan",
};

const PHRASES: Readonly<Record<Operator, (values: string) => string>> = {
  equal: (values) => values,
  in: (values) => values,
  notEqual: (values) => `anything but ${values}`,
  notIn: (values) => `anything but ${values}`,
  lessThan: (values) => `less than ${values}`,
  lessThanInclusive: (values) => `${values} or less`,
  greaterThan: (values) => `more than ${values}`,
  greaterThanInclusive: (values) => `${values} or more`,
};

/** `a`, `a or b`, `a, b or c`. */
export const listInWords = (items: readonly string[], joint = "or"): string => {
  const last = items.at(-1) ?? "";
  return items.length < 2 ? last : `${items.slice(0, -1).join(", ")} ${joint} ${last}`;
};
