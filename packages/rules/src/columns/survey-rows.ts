import { OUTSIDE } from "../diagram/cell.ts";
import { itemAt } from "../diagram/item-at.ts";
import type { Assignment } from "../diagram/restrict.ts";
import { surveyPlain } from "../decide/plain/survey-plain.ts";
import { SETTLED_ANSWERS } from "../decide/question-diagrams.ts";
import { surveyDiagrams } from "../decide/survey.ts";
import { type ColumnOutcome, outcomeOfCertainty } from "./column-outcome.ts";
import type { ColumnsPlan } from "./columns-plan.ts";
import type { EncodedColumns } from "./encoded-columns.ts";
import { SURVEYED } from "./open-diagram.ts";
import { cellIn } from "../diagram/word.ts";

/**
 * Fills in the leaves that the tables left open, deciding rows of the same facts once.
 * @returns the plan's outcomes and those that these rows came to.
 */
export const surveyRows = (
  plan: ColumnsPlan,
  { words }: EncodedColumns,
  leaves: Int32Array,
): readonly ColumnOutcome[] => {
  const outcomes = [...plan.outcomes];
  const decided = new Map<string, number>();
  for (let row = 0; row < leaves.length; row += 1) {
    if (leaves[row] !== SURVEYED) continue;
    const values = words.map((word) => word[row] ?? 0);
    const key = values.join(",");
    const known = decided.get(key);
    const leaf = known ?? outcomes.push(surveyed(plan, assignmentOf(plan, values))) - 1;
    decided.set(key, leaf);
    leaves[row] = leaf;
  }
  return outcomes;
};

/** Facts that are packed in no word can change nothing, and count as missing. */
const assignmentOf = ({ compiled, words }: ColumnsPlan, values: readonly number[]): Assignment => {
  const assignment = compiled.space.axes.map(() => OUTSIDE);
  for (const [place, word] of words.entries())
    for (const fact of word.facts) assignment[fact.level] = cellIn(itemAt(values, place), fact);
  return assignment;
};

const surveyed = ({ compiled }: ColumnsPlan, assignment: Assignment): ColumnOutcome => {
  const { answers, certain } =
    compiled.diagrams === null ? surveyPlain(compiled, assignment) : surveyDiagrams(compiled.diagrams, assignment);
  const bits = answers.reduce((sum, answer) => sum | (1 << SETTLED_ANSWERS.indexOf(answer)), 0);
  return outcomeOfCertainty({ answers: bits, standing: certain }, compiled.grounds);
};
