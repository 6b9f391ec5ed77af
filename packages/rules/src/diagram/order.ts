import type { Condition } from "../file/condition.ts";
import type { QuestionId, Rule } from "../file/rule-file.ts";
import type { FactName, Vocabulary } from "../vocabulary/fact-definition.ts";
import { partsOf } from "./condition-parts.ts";

/** The rules of each question in play; the facts of a question read are placed where its answer would stand. */
export type RulesByQuestion = ReadonlyMap<QuestionId, readonly Rule[]>;

/** Facts that split a rule set best wherever they occur, so they are tested first. */
export const FIRST_FACTS: readonly FactName[] = ["event.kind"];

/**
 * The order in which a diagram tests facts: the event's kind, then what most rules ask and ask near their root. Facts of a
 * question that is read stay together. The order of rules in a file does not matter; ties follow the vocabulary.
 */
export const orderFacts = (
  question: QuestionId,
  rules: RulesByQuestion,
  vocabulary: Vocabulary,
): readonly FactName[] => {
  const places = new Map([...vocabulary.keys()].map((name, place) => [name, place]));
  const placed = new Set<FactName>();
  const placeQuestion = (asked: QuestionId): void => {
    for (const name of byWeight(rules.get(asked) ?? [], places)) {
      if (rules.has(name)) placeQuestion(name);
      else placed.add(name);
    }
  };
  placeQuestion(question);
  return [
    ...FIRST_FACTS.filter((name) => placed.has(name)),
    ...[...placed].filter((name) => !FIRST_FACTS.includes(name)),
  ];
};

const byWeight = (rules: readonly Rule[], places: ReadonlyMap<FactName, number>): readonly FactName[] => {
  const weights = new Map<FactName, number>();
  for (const rule of rules) {
    for (const [name, depth] of shallowest(rule.conditions)) weights.set(name, (weights.get(name) ?? 0) + 2 ** -depth);
  }
  const place = (name: FactName): number => places.get(name) ?? places.size;
  return [...weights.keys()].toSorted(
    (left, right) =>
      (weights.get(right) ?? 0) - (weights.get(left) ?? 0) || place(left) - place(right) || (left < right ? -1 : 1),
  );
};

/** Each fact of a condition with the depth of its occurrence nearest the root. */
const shallowest = (condition: Condition): ReadonlyMap<FactName, number> => {
  const depths = new Map<FactName, number>();
  const visit = (part: Condition, depth: number): void => {
    if ("fact" in part) depths.set(part.fact, Math.min(depth, depths.get(part.fact) ?? depth));
    else for (const child of partsOf(part)) visit(child, depth + 1);
  };
  visit(condition, 0);
  return depths;
};
