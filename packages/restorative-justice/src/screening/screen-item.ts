import {
  type Answer,
  type AnswerSheet,
  answerTo,
  isNotApplicable,
  isUnanswered,
  type ItemKey,
  type NotApplicable,
  type Unanswered,
} from "./answer.ts";

/** How an item is answered. */
export type ResponseScale =
  | { readonly kind: "yes-no" }
  | { readonly kind: "scale"; readonly min: number; readonly max: number }
  | { readonly kind: "choice"; readonly values: readonly string[] };

/** When an item need not be answered: for which reason, and, if it hangs on another item, for which answer to that. */
export type Exemption = {
  readonly reason: string;
  readonly onlyWhen?: { readonly item: ItemKey; readonly answer: "no" };
};

/** One item of an instrument. `concept` is a key for programmers and never what a person is asked. */
export type ScreenItem = {
  readonly key: ItemKey;
  readonly concept: string;
  readonly response: ResponseScale;
  /** Which answer raises concern, for a yes-no item. */
  readonly positiveWhen?: "yes" | "no";
  /** Left out: the item always needs an answer. */
  readonly exemption?: Exemption;
};

/** Whether an item has an answer, or rightly needs none. */
export const isSettled = (item: ScreenItem, sheet: AnswerSheet): boolean => {
  const answer = answerTo(sheet, item.key);
  if (isNotApplicable(answer)) return isExempt(item, sheet);
  return !isUnanswered(answer) && fitsScale(item.response, answer);
};

/** Whether an item that is said not to apply may be left out, for the reason given and beside the other answers. */
export const isExempt = ({ key, exemption }: ScreenItem, sheet: AnswerSheet): boolean => {
  const answer = answerTo(sheet, key);
  if (exemption === undefined || !isNotApplicable(answer)) return false;
  const { reason, onlyWhen } = exemption;
  return (
    answer.notApplicable === reason && (onlyWhen === undefined || answerTo(sheet, onlyWhen.item) === onlyWhen.answer)
  );
};

/** Whether an answer is one that a scale knows. No answer at all, and one that does not apply, fit every scale. */
export const fitsScale = (scale: ResponseScale, answer: Answer): boolean =>
  isUnanswered(answer) || isNotApplicable(answer) || isOnScale(scale, answer);

const isOnScale = (scale: ResponseScale, answer: Exclude<Answer, Unanswered | NotApplicable>): boolean => {
  switch (scale.kind) {
    case "yes-no":
      return answer === "yes" || answer === "no";
    case "scale":
      return typeof answer === "number" && answer >= scale.min && answer <= scale.max;
    case "choice":
      return typeof answer === "object" && scale.values.includes(answer.choice);
  }
};
