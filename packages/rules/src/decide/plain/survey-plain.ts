import type { QuestionModel } from "../../diagram/condition-model.ts";
import { itemAt } from "../../diagram/item-at.ts";
import type { Assignment } from "../../diagram/restrict.ts";
import type { BoundQuestion } from "../question-model.ts";
import type { SettledAnswer } from "../outcome.ts";
import type { Survey } from "../survey.ts";
import { placesOf } from "./places.ts";
import { separateDiagrams } from "./separate-diagrams.ts";
import { surveySeparately } from "./survey-separately.ts";
import { every, not } from "./kleene.ts";
import { canBe, matters, missingLevels, type Observation, type Query } from "./search.ts";

/**
 * Surveys every completion of the facts without the diagram of all rules: from small diagrams made for this decision, or
 * when even those grow too large, by three-valued reading and case splits. Exact either way, and slower.
 */
export const surveyPlain = (question: BoundQuestion, assignment: Assignment): Survey => {
  const separate = separateDiagrams(question, assignment);
  const survey = separate === null ? null : surveySeparately(question.model, separate);
  return survey ?? surveyBySplitting(question, assignment);
};

/** Surveys every completion in little memory, and in time that grows with the facts that are missing and woven together. */
export const surveyBySplitting = (question: BoundQuestion, assignment: Assignment): Survey => {
  const { model } = question;
  const possible = (query: Query): boolean => canBe(question, assignment, query);
  const standing = grantsOf(model).filter((grant) => possible(stands(model, grant)));
  const certain = standing.filter((grant) => !possible(negated(stands(model, grant))));
  const open = missingLevels(assignment);
  const mattering = (observations: readonly Observation[]): readonly number[] =>
    open.filter((level) => observations.some((of) => matters(question, assignment, { level, of })));
  const forAnswer = mattering([answerOf(model)]);
  const forGrounds = mattering(
    grantsOf(model).map((grant) => ({
      rules: withOverriders(model, grant),
      see: (reading) => itemAt(reading.stands, grant),
    })),
  );
  return {
    answers: SETTLED.filter((answer) => possible(answers(model, answer))),
    certain,
    possible: standing.filter((grant) => !certain.includes(grant)),
    overridden: overriddenOf(model, possible),
    clashes: clashesOf(model, possible),
    levels: forAnswer,
    levelsForGrounds: open.filter((level) => forAnswer.includes(level) || forGrounds.includes(level)),
  };
};

const SETTLED: readonly SettledAnswer[] = ["no", "yes", "conflict"];

const grantsOf = (model: QuestionModel): readonly number[] => placesOf(model, "grant");

const withOverriders = (model: QuestionModel, grant: number): readonly number[] => [
  grant,
  ...itemAt(model.rules, grant).overriddenBy,
];

const stands = (model: QuestionModel, grant: number): Query => ({
  rules: withOverriders(model, grant),
  ask: (reading) => itemAt(reading.stands, grant),
});

const negated = ({ rules, ask }: Query): Query => ({ rules, ask: (reading) => not(ask(reading)) });

const answerOf = (model: QuestionModel): Observation => ({
  rules: model.rules.map((_, place) => place),
  see: (reading) => reading.answer,
});

const answers = (model: QuestionModel, answer: SettledAnswer): Query => ({
  rules: answerOf(model).rules,
  ask: (reading) => (reading.answer === null ? null : reading.answer === answer),
});

type Possible = (query: Query) => boolean;

const overriddenOf = (model: QuestionModel, possible: Possible): Survey["overridden"] =>
  grantsOf(model).flatMap((grant) => {
    const { overriddenBy } = itemAt(model.rules, grant);
    const overridden: Query = {
      rules: withOverriders(model, grant),
      ask: (reading) => itemAt(reading.overridden, grant),
    };
    if (overriddenBy.length === 0 || possible(negated(overridden))) return [];
    return [{ grant, by: overriddenBy.filter((denial) => possible(bothHold(grant, denial))) }];
  });

const bothHold = (grant: number, denial: number): Query => ({
  rules: [grant, denial],
  ask: ({ holds }) => every([itemAt(holds, grant), itemAt(holds, denial)]),
});

const clashesOf = (model: QuestionModel, possible: Possible): Survey["clashes"] =>
  grantsOf(model).flatMap((grant) =>
    placesOf(model, "deny")
      .filter((denial) =>
        possible({
          rules: [...withOverriders(model, grant), denial],
          ask: ({ holds, stands: standing }) => every([itemAt(standing, grant), itemAt(holds, denial)]),
        }),
      )
      .map((denial) => ({ denial, grant })),
  );
