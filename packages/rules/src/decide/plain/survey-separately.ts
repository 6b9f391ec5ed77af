import type { QuestionModel } from "../../diagram/condition-model.ts";
import { itemAt } from "../../diagram/item-at.ts";
import { isFull } from "../../diagram/manager.ts";
import type { NodeId } from "../../diagram/node-table.ts";
import { support } from "../../diagram/walk.ts";
import { placesOf } from "./places.ts";
import type { Survey } from "../survey.ts";
import type { SeparateDiagrams } from "./separate-diagrams.ts";

/** Surveys every completion of the missing facts from diagrams made for one decision; `null` when they grow too large. */
export const surveySeparately = (model: QuestionModel, diagrams: SeparateDiagrams): Survey | null => {
  const { build, stands, answer } = diagrams;
  const { always, never, or, not } = build.algebra;
  const grants = placesOf(model, "grant");
  const certain = grants.filter((grant) => itemAt(stands, grant) === always);
  const answers = [
    { settled: "no" as const, where: not(or(answer.yes, answer.conflict)) },
    { settled: "yes" as const, where: answer.yes },
    { settled: "conflict" as const, where: answer.conflict },
  ];
  const survey = {
    answers: answers.filter(({ where }) => where !== never).map(({ settled }) => settled),
    certain,
    possible: grants.filter((grant) => itemAt(stands, grant) !== never && !certain.includes(grant)),
    overridden: overriddenOf(model, diagrams),
    clashes: clashesOf(model, diagrams),
    levels: levelsOf(diagrams, [answer.yes, answer.conflict]),
    levelsForGrounds: levelsOf(diagrams, [answer.yes, answer.conflict, ...stands]),
  };
  return isFull(build.manager) ? null : survey;
};

const overriddenOf = (model: QuestionModel, { build, holds }: SeparateDiagrams): Survey["overridden"] => {
  const { always, never, and, or } = build.algebra;
  return placesOf(model, "grant").flatMap((grant) => {
    const together = (denial: number): NodeId => and(itemAt(holds, grant), itemAt(holds, denial));
    const { overriddenBy } = itemAt(model.rules, grant);
    const isAlways = overriddenBy.map(together).reduce(or, never) === always;
    return isAlways ? [{ grant, by: overriddenBy.filter((denial) => together(denial) !== never) }] : [];
  });
};

const clashesOf = (model: QuestionModel, { build, holds, stands }: SeparateDiagrams): Survey["clashes"] =>
  placesOf(model, "grant").flatMap((grant) =>
    placesOf(model, "deny")
      .filter((denial) => build.algebra.and(itemAt(stands, grant), itemAt(holds, denial)) !== build.algebra.never)
      .map((denial) => ({ denial, grant })),
  );

const levelsOf = ({ build }: SeparateDiagrams, nodes: readonly NodeId[]): readonly number[] =>
  [...new Set(nodes.flatMap((node) => (node < 0 ? [] : support(build.manager, node))))].toSorted(
    (left, right) => left - right,
  );
