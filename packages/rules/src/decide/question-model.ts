import type { QuestionModel } from "../diagram/condition-model.ts";
import type { FactSpace } from "../diagram/fact-space.ts";
import { itemAt } from "../diagram/item-at.ts";
import type { Law } from "../load/law.ts";
import { bindTogether } from "./bind-questions.ts";
import type { Closure } from "./question-closure.ts";

/** A question ready to be compiled or evaluated: its facts cut into cells, its conditions bound to them. */
export type BoundQuestion = {
  /** The base facts the rules read, their own and those of questions read, in the diagram's order. */
  readonly space: FactSpace;
  readonly model: QuestionModel;
};

/** Cuts the facts that a closure's rules read, and binds every rule to them. */
export const bindQuestion = (law: Law, closure: Closure): BoundQuestion => {
  const { space, models } = bindTogether({ vocabulary: law.vocabulary, closures: [{ law, closure }] });
  return { space, model: itemAt(models, 0) };
};
