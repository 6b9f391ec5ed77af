import type { Condition, Leaf } from "../file/condition.ts";
import type { QuestionId, Rule } from "../file/rule-file.ts";
import type { FactSpace } from "./fact-space.ts";
import { invariant } from "@victim-rights/core";
import { passes, testOf } from "./fact-test.ts";
import { itemAt } from "./item-at.ts";

/** A condition with its names resolved: a fact to its level and the cells that pass, a question to its rules. */
export type BoundCondition =
  | { readonly kind: "test"; readonly leaf: Leaf; readonly level: number; readonly passes: readonly boolean[] }
  | {
      readonly kind: "answer";
      readonly leaf: Leaf;
      readonly question: QuestionModel;
      readonly whenNo: boolean;
      readonly whenYes: boolean;
    }
  | { readonly kind: "all" | "any"; readonly parts: readonly BoundCondition[] }
  | { readonly kind: "not"; readonly part: BoundCondition };

export type RuleModel = {
  readonly rule: Rule;
  readonly condition: BoundCondition;
  /** For a grant, the places of the denials that name it. */
  readonly overriddenBy: readonly number[];
};

/** A question's rules in the order of their ids, and the questions they read as facts. */
export type QuestionModel = {
  readonly question: QuestionId;
  readonly rules: readonly RuleModel[];
  readonly reads: readonly QuestionModel[];
};

/** What a condition's names resolve to. */
export type Binding = { readonly space: FactSpace; readonly questions: ReadonlyMap<QuestionId, QuestionModel> };

export const bindCondition = (condition: Condition, binding: Binding): BoundCondition => {
  if ("all" in condition) return { kind: "all", parts: condition.all.map((part) => bindCondition(part, binding)) };
  if ("any" in condition) return { kind: "any", parts: condition.any.map((part) => bindCondition(part, binding)) };
  if ("not" in condition) return { kind: "not", part: bindCondition(condition.not, binding) };
  return bindLeaf(condition, binding);
};

const bindLeaf = (leaf: Leaf, { space, questions }: Binding): BoundCondition => {
  const test = testOf(leaf);
  const question = questions.get(leaf.fact);
  if (question !== undefined)
    return { kind: "answer", leaf, question, whenNo: passes(test, false), whenYes: passes(test, true) };
  const level = space.levels.get(leaf.fact);
  invariant(level !== undefined, `fact ${leaf.fact} is not in the space`);
  return {
    kind: "test",
    leaf,
    level,
    passes: itemAt(space.axes, level).cells.map((cell) => passes(test, cell.sample)),
  };
};
