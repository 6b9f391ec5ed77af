import type { QuestionModel } from "../src/diagram/condition-model.ts";
import { testOf } from "../src/diagram/fact-test.ts";
import type { Condition, Leaf, Operator } from "../src/file/condition.ts";
import type { QuestionId } from "../src/file/rule-file.ts";
import type { CompleteFacts } from "../src/reference/reference-holds.ts";

/**
 * A question's rules written out as code one by one, as a patient programmer would: each condition as it stands, and a
 * question that is read answered once at most. It stands in for hand-written code where the rules are a shipped file.
 * @returns a function that counts the rules that hold.
 */
export const rulesAsCode = (model: QuestionModel): ((facts: CompleteFacts) => number) =>
  written(
    model,
    ruleCodes(model)
      .map((code) => `(${code} ? 1 : 0)`)
      .join(" + "),
  );

/** The same code, saying of each rule whether it holds. */
export const rulesHolding = (model: QuestionModel): ((facts: CompleteFacts) => readonly boolean[]) =>
  written(model, `[${ruleCodes(model).join(", ")}]`);

const ruleCodes = (model: QuestionModel): readonly string[] =>
  model.rules.map(({ rule }) => conditionCode(rule.conditions, model));

const written = <Result>(model: QuestionModel, result: string): ((facts: CompleteFacts) => Result) => {
  const source = `"use strict"; ${functionsOf(model, new Set())} return (f) => { ${memoCode(model)} return ${result}; };`;
  // oxlint-disable-next-line typescript/no-implied-eval -- a yardstick written out from a checked law
  return new Function(source)() as (facts: CompleteFacts) => Result;
};

const functionsOf = (model: QuestionModel, written: Set<QuestionId>): string =>
  model.reads
    .filter(({ question }) => !written.has(question))
    .map((inner) => {
      const code = functionsOf(inner, written);
      written.add(inner.question);
      return `${code} const ${nameOf(inner.question)} = (f) => { ${memoCode(inner)} return ${answerCode(inner)}; };`;
    })
    .join(" ");

const nameOf = (question: QuestionId): string => `answer_${question.replaceAll(/[^a-z0-9]/gu, "_")}`;

/** One variable per question read: 0 while it was not needed, then 1 for no and 2 for yes. */
const memoCode = (model: QuestionModel): string =>
  model.reads.map(({ question }) => `let known_${nameOf(question)} = 0;`).join(" ");

/** Yes when a grant holds that no holding denial names. */
const answerCode = (model: QuestionModel): string => {
  const code = (place: number): string => conditionCode(model.rules[place]?.rule.conditions ?? { any: [] }, model);
  const grants = model.rules.flatMap(({ rule, overriddenBy }, place) =>
    rule.effect === "grant"
      ? [`(${[code(place), ...overriddenBy.map((denial) => `!${code(denial)}`)].join(" && ")})`]
      : [],
  );
  return grants.join(" || ") || "false";
};

const conditionCode = (condition: Condition, model: QuestionModel): string => {
  if ("all" in condition) return `(${condition.all.map((part) => conditionCode(part, model)).join(" && ")})`;
  if ("any" in condition) return `(${condition.any.map((part) => conditionCode(part, model)).join(" || ")})`;
  return "not" in condition ? `!${conditionCode(condition.not, model)}` : testCode(condition, model);
};

const testCode = (leaf: Leaf, model: QuestionModel): string => {
  const isQuestion = model.reads.some(({ question }) => question === leaf.fact);
  const value = isQuestion ? readCode(nameOf(leaf.fact)) : `f[${JSON.stringify(leaf.fact)}]`;
  const { operator, values } = testOf(leaf);
  const joint = operator === "notIn" ? " && " : " || ";
  return `(${values.map((each) => `${value} ${SIGNS[operator]} ${JSON.stringify(each)}`).join(joint)})`;
};

const readCode = (name: string): string =>
  `((known_${name} === 0 ? (known_${name} = ${name}(f) ? 2 : 1) : known_${name}) === 2)`;

const SIGNS: Readonly<Record<Operator, string>> = {
  equal: "===",
  in: "===",
  notEqual: "!==",
  notIn: "!==",
  lessThan: "<",
  lessThanInclusive: "<=",
  greaterThan: ">",
  greaterThanInclusive: ">=",
};
