import type { BoundCondition, QuestionModel } from "../../src/diagram/condition-model.ts";
import type { CompiledQuestion, Leaf } from "../../src/index.ts";

/** A question as a programmer would write it down: the conditions with AND, OR and NOT, `NULL` where SQL's own logic ends. */
export const naiveQuery = ({ model }: CompiledQuestion): string =>
  `SELECT CASE WHEN yes THEN 'yes' WHEN NOT yes THEN 'no' ELSE 'undetermined' END AS answer
   FROM (SELECT id, ${yesSql(model)} AS yes FROM facts) AS holding ORDER BY id`;

const yesSql = ({ rules }: QuestionModel): string =>
  anyOf(
    rules
      .filter(({ rule }) => rule.effect === "grant")
      .map(({ condition, overriddenBy }) => {
        const denials = overriddenBy.flatMap((place) => rules.slice(place, place + 1));
        return `(${conditionSql(condition)} AND NOT ${anyOf(denials.map((denial) => conditionSql(denial.condition)))})`;
      }),
  );

const anyOf = (parts: readonly string[]): string => (parts.length === 0 ? "FALSE" : `(${parts.join(" OR ")})`);

const conditionSql = (condition: BoundCondition): string => {
  switch (condition.kind) {
    case "test":
      return leafSql(condition.leaf);
    case "answer":
      return `(${condition.whenYes ? "" : "NOT "}${yesSql(condition.question)})`;
    case "all":
      return `(${condition.parts.map(conditionSql).join(" AND ")})`;
    case "any":
      return anyOf(condition.parts.map(conditionSql));
    case "not":
      return `(NOT ${conditionSql(condition.part)})`;
  }
};

const SIGNS = {
  equal: "=",
  notEqual: "<>",
  in: "IN",
  notIn: "NOT IN",
  lessThan: "<",
  lessThanInclusive: "<=",
  greaterThan: ">",
  greaterThanInclusive: ">=",
} as const;

const leafSql = ({ fact, operator, value }: Leaf): string => `("${fact}" ${SIGNS[operator]} ${valueSql(value)})`;

const valueSql = (value: Leaf["value"]): string => {
  if (Array.isArray(value)) return `(${value.map(valueSql).join(", ")})`;
  return typeof value === "string" ? `'${value}'` : String(value);
};
