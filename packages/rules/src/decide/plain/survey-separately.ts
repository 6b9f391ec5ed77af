import type { QuestionModel } from "../../diagram/condition-model.ts";
import { itemAt } from "../../diagram/item-at.ts";
import type { NodeId } from "../../diagram/node-table.ts";
import { support } from "../../diagram/walk.ts";
import { OVERFLOW } from "../../diagram/manager.ts";
import type { SettledAnswer } from "../outcome.ts";
import type { Survey } from "../survey.ts";
import { placesOf } from "./places.ts";
import type { SeparateDiagrams } from "./separate-diagrams.ts";

/** Surveys every completion of the missing facts from diagrams made for this decision; `null` when they grow too large. */
export const surveySeparately = (model: QuestionModel, diagrams: SeparateDiagrams): Survey | null => {
  const { build, stands, answer } = diagrams;
  const { always, never, and, or, not } = build.algebra;
  const no = not(or(answer.yes, answer.conflict));
  const pairs = clashesOf(model, diagrams);
  const overridden = overriddenOf(model, diagrams);
  if (no === OVERFLOW || pairs === null || overridden === null) return null;
  const grants = placesOf(model, "grant");
  const forAnswer = levelsOf(diagrams, [answer.yes, answer.conflict]);
  const possibility: Readonly<Record<SettledAnswer, NodeId>> = { no, yes: answer.yes, conflict: answer.conflict };
  return {
    answers: SETTLED.filter((settled) => possibility[settled] !== never),
    certain: grants.filter((grant) => itemAt(stands, grant) === always),
    possible: grants.filter((grant) => ![always, never].includes(itemAt(stands, grant))),
    overridden: overridden.filter(({ everywhere }) => everywhere).map(({ grant, by }) => ({ grant, by })),
    clashes: pairs,
    levels: forAnswer,
    levelsForGrounds: levelsOf(diagrams, [answer.yes, answer.conflict, ...stands]),
  };
};
