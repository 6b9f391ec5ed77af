import type { FactDefinition } from "../vocabulary/fact-definition.ts";
import type { Cell } from "../diagram/cell.ts";
import { listInWords } from "../explain/fact-words.ts";
import { anyOther, type Branch, branchesOf, MOST_NAMED, valuesInWords } from "./answer-words.ts";
import type { ChartEdge } from "./chart.ts";

/** A step as its edges are drawn from it: the fact, its cells, and the node that each cell leads to. */
type StepAnswers = {
  readonly id: string;
  readonly definition: FactDefinition;
  readonly cells: readonly Cell[];
  readonly places: readonly string[];
};

/**
 * The edges of a step. A long list of values is cut short on its edge and written in full in `notes`, to which the numbers
 * in brackets point; a list that was written already is pointed to again.
 */
export const edgesOf = (step: StepAnswers, notes: string[]): readonly ChartEdge[] => {
  const branches = branchesOf(step.definition, step.cells, step.places);
  const other = anyOther(branches);
  return branches.map((branch, at) => ({
    from: step.id,
    to: branch.to,
    label: at === other ? "any other" : labelOf(branch, notes),
    ranges: branch.cells.map(({ range }) => range),
  }));
};

const labelOf = (branch: Branch<string>, notes: string[]): string => {
  const values = valuesInWords(branch);
  if (values.length <= MOST_NAMED) return listInWords(values);
  const named = values.slice(0, MOST_NAMED - 2);
  return `${listInWords([...named, `${values.length - named.length} more`])} [${placeOf(listInWords(values), notes)}]`;
};

const placeOf = (note: string, notes: string[]): number => {
  const known = notes.indexOf(note);
  return known === -1 ? notes.push(note) : known + 1;
};
