import { type AnswerSheet, answerTo } from "../answer.ts";
import type { ScreenItem } from "../screen-item.ts";
import type { InstrumentReading, ReasonDraft } from "./instrument.ts";
import { missingReasons } from "./missing-reasons.ts";

/** Whether an item was answered with the answer that raises concern. */
export const isPositive = ({ key, positiveWhen }: ScreenItem, sheet: AnswerSheet): boolean =>
  positiveWhen !== undefined && answerTo(sheet, key) === positiveWhen;

/** One reason for each item answered with the answer that raises concern. */
export const positiveReasons = (items: readonly ScreenItem[], sheet: AnswerSheet): readonly ReasonDraft[] =>
  items
    .filter((item) => isPositive(item, sheet))
    .map(({ key }) => ({ raises: "escalate", because: "risk-answer", item: key }));

/** Reads an instrument of which one risk answer is enough. */
export const readAnyPositive = (items: readonly ScreenItem[], sheet: AnswerSheet): InstrumentReading => ({
  reasons: [...positiveReasons(items, sheet), ...missingReasons(items, sheet)],
  score: null,
});
