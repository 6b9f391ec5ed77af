import { LogicEngine } from "json-logic-engine";
import { type FactTest, testOf } from "../../src/diagram/fact-test.ts";
import type { Condition, Operator } from "../../src/file/condition.ts";
import type { Contender } from "../measure.ts";
import type { Subject } from "../subject.ts";
import { plainFacts, plainName } from "./plain-facts.ts";
import { rowByRow, settled } from "./row-by-row.ts";

/** json-logic-engine with its rules built into a function: one list of booleans per row, one for each rule. */
export const builtJsonLogic = ({ compiled, inputs }: Subject): Contender => {
  const rules = compiled.model.rules.map(({ rule }) => rule);
  const built: unknown = new LogicEngine().build(rules.map(({ conditions }) => logicOf(conditions)));
  const run = built as (facts: unknown) => readonly boolean[];
  return rowByRow(inputs().map(plainFacts), {
    run: (facts) => run(facts).filter(Boolean).length,
    told: (facts) => {
      const held = run(facts);
      return settled(rules.filter((_, place) => held[place] === true).map(({ id }) => id));
    },
  });
};

const logicOf = (condition: Condition): unknown => {
  if ("all" in condition) return { and: condition.all.map(logicOf) };
  if ("any" in condition) return { or: condition.any.map(logicOf) };
  if ("not" in condition) return { "!": logicOf(condition.not) };
  return testLogic({ var: plainName(condition.fact) }, testOf(condition));
};

const testLogic = (fact: unknown, { operator, values }: FactTest): unknown => {
  if (operator === "in") return { in: [fact, values] };
  if (operator === "notIn") return { "!": { in: [fact, values] } };
  return { [SIGNS[operator]]: [fact, values[0]] };
};

const SIGNS: Readonly<Record<Exclude<Operator, "in" | "notIn">, string>> = {
  equal: "===",
  notEqual: "!==",
  lessThan: "<",
  lessThanInclusive: "<=",
  greaterThan: ">",
  greaterThanInclusive: ">=",
};
