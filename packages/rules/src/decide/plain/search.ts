import { OUTSIDE } from "../../diagram/cell.ts";
import type { BoundQuestion } from "../question-model.ts";
import { itemAt } from "../../diagram/item-at.ts";
import type { Assignment } from "../../diagram/restrict.ts";
import { type Kleene, type Reading, readQuestion } from "./kleene.ts";
import { openLevel } from "./open-level.ts";

/** Something asked of a reading; `rules` are the places of the rules it depends on. */
export type Query = { readonly rules: readonly number[]; readonly ask: (reading: Reading) => Kleene };

/** Whether some completion of the facts makes the query true. */
export const canBe = (question: BoundQuestion, assignment: Assignment, query: Query): boolean =>
  findFilling(question, assignment, query) !== null;

/** The first way of filling in facts that makes the query true: three-valued reading first, then a split on an open fact. */
export const findFilling = (question: BoundQuestion, assignment: Assignment, query: Query): Assignment | null => {
  const settled = query.ask(readQuestion(question.model, assignment));
  if (settled !== null) return settled ? assignment : null;
  const level = openLevel(question.model, assignment, query.rules);
  if (level === null) return null;
  for (const filled of fillings(question, assignment, level)) {
    const found = findFilling(question, filled, query);
    if (found !== null) return found;
  }
  return null;
};

/** Something observed of a reading; `null` while the facts do not settle it. */
export type Observation = {
  readonly rules: readonly number[];
  readonly see: (reading: Reading) => string | boolean | null;
};

/** Whether two completions that differ in one fact alone are observed to differ. */
export const matters = (
  question: BoundQuestion,
  assignment: Assignment,
  asked: { readonly level: number; readonly of: Observation },
): boolean => {
  const filled = fillings(question, assignment, asked.level);
  const seen = filled.map((each) => asked.of.see(readQuestion(question.model, each)));
  if (new Set(seen.filter((value) => value !== null)).size > 1) return true;
  const open = filled.find((_, cell) => itemAt(seen, cell) === null);
  if (open === undefined) return false;
  const level = openLevel(question.model, open, asked.of.rules);
  return level !== null && fillings(question, assignment, level).some((each) => matters(question, each, asked));
};

const fillings = ({ space }: BoundQuestion, assignment: Assignment, level: number): readonly Assignment[] =>
  itemAt(space.axes, level).cells.map((_, cell) => assignment.with(level, cell));

/** The levels of the facts that are missing. */
export const missingLevels = (assignment: Assignment): readonly number[] =>
  assignment.flatMap((cell, level) => (cell === OUTSIDE ? [level] : []));
