import type { DocketCase } from "../cover/docket.ts";
import { surveyPlain } from "../decide/plain/survey-plain.ts";
import type { Survey } from "../decide/survey.ts";
import type { QuestionModel } from "../diagram/condition-model.ts";
import type { FactSpace } from "../diagram/fact-space.ts";
import { itemAt } from "../diagram/item-at.ts";
import type { Assignment } from "../diagram/restrict.ts";
import type { RuleId } from "../file/rule-file.ts";
import { differencesFrom, type Seen } from "../load/expected.ts";

/** Whether a case still holds when the question reads as the given model: the same judgement as running it on a changed law. */
export const holdsFor = ({ stated, cells }: DocketCase, model: QuestionModel, space: FactSpace): boolean => {
  const seen = seenFor(model, space, cells);
  return seen !== null && differencesFrom(stated.expect, seen).length === 0;
};

/** What a model answers to some facts; `null` when every completion of them is a conflict. */
export const seenFor = (model: QuestionModel, space: FactSpace, cells: Assignment): Seen | null =>
  seenInSurvey(surveyPlain({ model, space }, cells), model, space);

const seenInSurvey = (survey: Survey, model: QuestionModel, space: FactSpace): Seen | null => {
  const [answer, another] = survey.answers;
  if (another === undefined && answer === "conflict") return null;
  const idOf = (place: number): RuleId => itemAt(model.rules, place).rule.id;
  const grounds = survey.certain.map(idOf);
  return {
    answer: another === undefined && answer !== undefined && answer !== "conflict" ? answer : "undetermined",
    grounds,
    overridden: survey.overridden.map(({ grant }) => idOf(grant)),
    missing: survey.levels.map((level) => itemAt(space.axes, level).definition.name),
    eventOf: (id) =>
      grounds.includes(id) ? (model.rules.find(({ rule }) => rule.id === id)?.rule.event ?? null) : null,
  };
};
