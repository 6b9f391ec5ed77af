import type { AnswerSheet } from "../answer.ts";
import { isSettled, type ScreenItem } from "../screen-item.ts";
import type { ReasonDraft } from "./instrument.ts";

/** One reason for each item that was left without an answer. */
export const missingReasons = (items: readonly ScreenItem[], sheet: AnswerSheet): readonly ReasonDraft[] =>
  items
    .filter((item) => !isSettled(item, sheet))
    .map(({ key }) => ({ raises: "incomplete", because: "no-answer", item: key }));
