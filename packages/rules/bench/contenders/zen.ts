import { evaluateExpressionSync } from "@gorules/zen-engine";
import { type FactTest, testOf } from "../../src/diagram/fact-test.ts";
import type { Condition, Operator } from "../../src/file/condition.ts";
import type { Contender } from "../measure.ts";
import type { Subject } from "../subject.ts";
import { plainFacts, plainName } from "./plain-facts.ts";
import { rowByRow, settled } from "./row-by-row.ts";

/** ZEN's expression language by its synchronous call, the fastest of its roads for this: one list of booleans per row. */
export const zenExpression = ({ compiled, inputs }: Subject): Contender => {
  const rules = compiled.model.rules.map(({ rule }) => rule);
  const expression = `[${rules.map(({ conditions }) => expressionOf(conditions)).join(", ")}]`;
  const run = (facts: unknown): readonly boolean[] => evaluateExpressionSync(expression, facts);
  return rowByRow(inputs().map(plainFacts), {
    run: (facts) => run(facts).filter(Boolean).length,
    told: (facts) => {
      const held = run(facts);
      return settled(rules.filter((_, place) => held[place] === true).map(({ id }) => id));
    },
  });
};

const expressionOf = (condition: Condition): string => {
  if ("all" in condition) return `(${condition.all.map(expressionOf).join(" and ")})`;
  if ("any" in condition) return `(${condition.any.map(expressionOf).join(" or ")})`;
  if ("not" in condition) return `(not ${expressionOf(condition.not)})`;
  return testExpression(plainName(condition.fact), testOf(condition));
};

const testExpression = (fact: string, { operator, values }: FactTest): string => {
  if (operator === "in") return `(${fact} in ${JSON.stringify(values)})`;
  if (operator === "notIn") return `(${fact} not in ${JSON.stringify(values)})`;
  return `(${fact} ${SIGNS[operator]} ${JSON.stringify(values[0])})`;
};

const SIGNS: Readonly<Record<Exclude<Operator, "in" | "notIn">, string>> = {
  equal: "==",
  notEqual: "!=",
  lessThan: "<",
  lessThanInclusive: "<=",
  greaterThan: ">",
  greaterThanInclusive: ">=",
};
