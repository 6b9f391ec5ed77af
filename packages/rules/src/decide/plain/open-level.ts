import { OUTSIDE } from "../../diagram/cell.ts";
import type { BoundCondition, QuestionModel } from "../../diagram/condition-model.ts";
import { itemAt } from "../../diagram/item-at.ts";
import type { Assignment } from "../../diagram/restrict.ts";

/** The first level, in the diagram's order, of a missing fact that the given rules read, or else that a question read does. */
export const openLevel = (model: QuestionModel, assignment: Assignment, rules: readonly number[]): number | null => {
  const levels = rules.flatMap((place) => levelsRead(itemAt(model.rules, place).condition));
  return lowestOpen(levels, assignment) ?? lowestOpen(model.reads.flatMap(levelsOfQuestion), assignment);
};

const lowestOpen = (levels: readonly number[], assignment: Assignment): number | null => {
  const open = levels.filter((level) => itemAt(assignment, level) === OUTSIDE);
  return open.length === 0 ? null : open.reduce((least, level) => Math.min(least, level));
};

const levelsOfQuestion = (model: QuestionModel): readonly number[] => [
  ...model.rules.flatMap((rule) => levelsRead(rule.condition)),
  ...model.reads.flatMap(levelsOfQuestion),
];

/** The levels of every fact a condition reads, its own and those of questions it reads. */
const levelsRead = (condition: BoundCondition): readonly number[] => {
  switch (condition.kind) {
    case "test":
      return [condition.level];
    case "answer":
      return levelsOfQuestion(condition.question);
    case "all":
    case "any":
      return condition.parts.flatMap(levelsRead);
    case "not":
      return levelsRead(condition.part);
  }
};
