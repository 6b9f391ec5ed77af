import type { CompiledQuestion } from "../decide/compiled-question.ts";
import type { Determination } from "../decide/determination.ts";
import { every, type Kleene, not, some } from "../decide/plain/kleene.ts";
import { readFact } from "../diagram/fact-space.ts";
import { passes, testOf } from "../diagram/fact-test.ts";
import { type Facts, isUncertain } from "../facts.ts";
import type { Condition, Leaf } from "../file/condition.ts";
import type { LeftOutGround } from "./explanation.ts";

/** Rules that are off, and that would apply to these facts, or might, if they were turned on. */
export const leftOutGrounds = (
  { leftOut, law }: CompiledQuestion,
  facts: Facts,
  { within }: Determination,
): readonly LeftOutGround[] => {
  const answers = new Map(within.map(({ question, answer }) => [question, answer]));
  const readLeaf = (leaf: Leaf): Kleene => {
    if (law.questions.has(leaf.fact)) return readAnswer(leaf, answers.get(leaf.fact) ?? "undetermined");
    const value = readFact(facts, leaf.fact);
    return value === undefined || value === null || isUncertain(value) ? null : passes(testOf(leaf), value);
  };
  return leftOut.flatMap(({ rule, because }) => {
    const holds = because === "not-in-force" ? false : readWritten(rule.conditions, readLeaf);
    return because === "not-in-force" || holds === false ? [] : [{ rule, because, wouldHold: holds === true }];
  });
};

const readAnswer = (leaf: Leaf, answer: Determination["answer"]): Kleene =>
  answer === "undetermined" ? null : passes(testOf(leaf), answer === "yes");

const readWritten = (condition: Condition, readLeaf: (leaf: Leaf) => Kleene): Kleene => {
  if ("all" in condition) return every(condition.all.map((part) => readWritten(part, readLeaf)));
  if ("any" in condition) return some(condition.any.map((part) => readWritten(part, readLeaf)));
  return "not" in condition ? not(readWritten(condition.not, readLeaf)) : readLeaf(condition);
};
