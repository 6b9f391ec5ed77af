import { preparsePolicySet, statefulIsAuthorized } from "@cedar-policy/cedar-wasm/nodejs";
import { type FactTest, testOf } from "../../src/diagram/fact-test.ts";
import type { Condition, Operator } from "../../src/file/condition.ts";
import type { Contender } from "../measure.ts";
import type { Subject } from "../subject.ts";
import { plainFacts, plainName } from "./plain-facts.ts";
import { rowByRow, settled } from "./row-by-row.ts";

const POLICIES = "bench";
const ONE = { type: "Bench", id: "one" };
type Context = Parameters<typeof statefulIsAuthorized>[0]["context"];

/** Cedar in WebAssembly with its policies parsed beforehand: one policy per rule, facts as the request's context. */
export const parsedCedar = ({ compiled, inputs }: Subject): Contender => {
  const policies = compiled.model.rules.map(({ rule }) => [rule.id, policyOf(rule.conditions)]);
  preparsePolicySet(POLICIES, { staticPolicies: Object.fromEntries(policies) });
  return rowByRow(
    inputs().map((facts) => plainFacts(facts) as Context),
    { run: (context) => holding(context).length, told: (context) => settled(holding(context).toSorted()) },
  );
};

const holding = (context: Context): readonly string[] => {
  const request = { principal: ONE, action: { type: "Action", id: "one" }, resource: ONE };
  const answer = statefulIsAuthorized({ ...request, context, preparsedPolicySetId: POLICIES, entities: [] });
  return answer.type === "success" ? answer.response.diagnostics.reason : [JSON.stringify(answer.errors)];
};

const policyOf = (condition: Condition): string =>
  `permit(principal, action, resource) when { ${expressionOf(condition)} };`;

const expressionOf = (condition: Condition): string => {
  if ("all" in condition) return `(${condition.all.map(expressionOf).join(" && ")})`;
  if ("any" in condition) return `(${condition.any.map(expressionOf).join(" || ")})`;
  if ("not" in condition) return `!${expressionOf(condition.not)}`;
  return testExpression(`context.${plainName(condition.fact)}`, testOf(condition));
};

const testExpression = (fact: string, { operator, values }: FactTest): string => {
  if (operator === "in") return `(${JSON.stringify(values)}.contains(${fact}))`;
  if (operator === "notIn") return `(!${JSON.stringify(values)}.contains(${fact}))`;
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
