import type { QuestionModel } from "../../diagram/condition-model.ts";

/** The places of a question's grants, or of its denials. */
export const placesOf = (model: QuestionModel, effect: "grant" | "deny"): readonly number[] =>
  model.rules.flatMap(({ rule }, place) => (rule.effect === effect ? [place] : []));
