import { itemAt } from "../diagram/item-at.ts";
import { createManager } from "../diagram/manager.ts";
import { type Assignment, restrict } from "../diagram/restrict.ts";
import { reachableValues, support } from "../diagram/walk.ts";
import { type Outcome, type SettledAnswer } from "./outcome.ts";
import { type QuestionDiagrams, SETTLED_ANSWERS } from "./question-diagrams.ts";

/** What holds over every completion of the missing facts. Rules are places in the question's model, facts are levels. */
export type Survey = {
  /** Every answer that some completion gives. */
  readonly answers: readonly SettledAnswer[];
  /** Grants that stand in every completion, and those that stand in some but not all. */
  readonly certain: readonly number[];
  readonly possible: readonly number[];
  /** Grants overridden in every completion, each with the denials that override it in some. */
  readonly overridden: Outcome["overridden"];
  /** Every clash that some completion brings about. */
  readonly clashes: Outcome["clashes"];
  /** The missing facts that can change the answer. */
  readonly levels: readonly number[];
  /** The missing facts that can change the answer or the grants that stand. */
  readonly levelsForGrounds: readonly number[];
};

/** Surveys every completion by walking the diagram with the missing facts left open. */
export const surveyDiagrams = (diagrams: QuestionDiagrams, assignment: Assignment): Survey =>
  surveyOf({
    outcomes: reachableValues(diagrams.table, diagrams.holding, assignment).map((value) =>
      itemAt(diagrams.outcomes, value),
    ),
    levels: openLevels(diagrams, diagrams.answer, assignment),
    levelsForGrounds: openLevels(diagrams, diagrams.grounds, assignment),
  });

/** The outcomes that some completion comes to, in the order of their values, and the levels of the facts that matter. */
type Reached = Pick<Survey, "levels" | "levelsForGrounds"> & { readonly outcomes: readonly Outcome[] };

/** What outcomes that can be reached have in common. */
export const surveyOf = ({ outcomes, levels, levelsForGrounds }: Reached): Survey => {
  const standing = unionOf(outcomes.map((outcome) => outcome.standing));
  const certain = standing.filter((grant) => outcomes.every((outcome) => outcome.standing.includes(grant)));
  return {
    answers: SETTLED_ANSWERS.filter((answer) => outcomes.some((outcome) => outcome.answer === answer)),
    certain,
    possible: standing.filter((grant) => !certain.includes(grant)),
    overridden: overriddenInAll(outcomes),
    clashes: distinctClashes(outcomes),
    levels,
    levelsForGrounds,
  };
};

const unionOf = (lists: readonly (readonly number[])[]): readonly number[] =>
  [...new Set(lists.flat())].toSorted((left, right) => left - right);

/** The facts that a diagram still depends on once the known ones are filled in. */
const openLevels = ({ table }: QuestionDiagrams, root: number, assignment: Assignment): readonly number[] => {
  const rest = createManager(Number.MAX_SAFE_INTEGER);
  return support(rest, restrict(table, assignment, rest)(root));
};

const overriddenInAll = (outcomes: readonly Outcome[]): Outcome["overridden"] => {
  const [first, ...others] = outcomes.map((outcome) => new Map(outcome.overridden.map(({ grant, by }) => [grant, by])));
  if (first === undefined) return [];
  const always = [...first.keys()].filter((grant) => others.every((other) => other.has(grant)));
  return always.map((grant) => ({
    grant,
    by: unionOf([first, ...others].map((overridden) => overridden.get(grant) ?? [])),
  }));
};

const distinctClashes = (outcomes: readonly Outcome[]): Outcome["clashes"] => {
  const byKey = new Map(
    outcomes.flatMap(({ clashes }) => clashes).map((clash) => [`${clash.grant} ${clash.denial}`, clash]),
  );
  return [...byKey.values()].toSorted((left, right) => left.grant - right.grant || left.denial - right.denial);
};
