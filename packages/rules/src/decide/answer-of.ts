import type { Answer } from "./answer.ts";
import type { Survey } from "./survey.ts";

/** The answer that a survey comes to; `null` when every completion is a conflict. */
export const answerOf = ({ answers }: Pick<Survey, "answers">): Answer | null => {
  const [first, second] = answers;
  if (second !== undefined || first === undefined) return "undetermined";
  return first === "conflict" ? null : first;
};
