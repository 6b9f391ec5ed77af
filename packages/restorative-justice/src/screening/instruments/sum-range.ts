import { type AnswerSheet, answerTo } from "../answer.ts";
import type { ScreenItem } from "../screen-item.ts";
import type { CutOff, Score } from "../score.ts";
import type { InstrumentReading } from "./instrument.ts";
import { missingReasons } from "./missing-reasons.ts";

/** What an item adds to a sum. */
type Points = (answer: number) => number;

/** Sums scaled items as a range. An answer off the scale counts as none. */
const sumRange = (
  items: readonly ScreenItem[],
  sheet: AnswerSheet,
  points: Points = (answer) => answer,
): Pick<Score, "lo" | "hi"> => {
  const bounds = items.map((item) => boundsOf(item, sheet, points));
  return {
    lo: bounds.reduce((sum, [least]) => sum + least, 0),
    hi: bounds.reduce((sum, [, most]) => sum + most, 0),
  };
};

const boundsOf = ({ key, response }: ScreenItem, sheet: AnswerSheet, points: Points): readonly [number, number] => {
  if (response.kind !== "scale") return [0, 0];
  const answer = answerTo(sheet, key);
  if (typeof answer === "number" && answer >= response.min && answer <= response.max)
    return [points(answer), points(answer)];
  const ends = [points(response.min), points(response.max)];
  return [Math.min(...ends), Math.max(...ends)];
};

/**
 * Reads a sum against its cut-off. The least it can be decides: at the cut-off it counts even with items missing; with
 * an item missing and below it, the screen is incomplete, even where the most it can be is below too.
 */
export const readSum = (
  items: readonly ScreenItem[],
  sheet: AnswerSheet,
  { cutOff, points }: { readonly cutOff: CutOff | null; readonly points?: Points },
): InstrumentReading => {
  const { lo, hi } = sumRange(items, sheet, points);
  const missing = missingReasons(items, sheet);
  const isReached = cutOff !== null && lo >= cutOff.atLeast;
  return {
    reasons: [
      ...(isReached ? [{ raises: "escalate", because: "cut-off-reached", item: null } as const] : []),
      ...(cutOff === null ? [{ raises: "incomplete", because: "no-cut-off-chosen", item: null } as const] : []),
      ...missing,
    ],
    score: {
      lo,
      hi,
      cutOff: cutOff === null ? null : { id: cutOff.id, atLeast: cutOff.atLeast },
      standing: standingOf(cutOff, isReached, missing.length > 0),
      groupRates: [],
    },
  };
};

const standingOf = (cutOff: CutOff | null, isReached: boolean, isOpen: boolean): Score["standing"] => {
  if (cutOff === null) return "no_cut_off";
  if (isReached) return "reached";
  return isOpen ? "open" : "not_reached";
};
