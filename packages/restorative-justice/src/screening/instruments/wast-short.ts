import { type AnswerSheet, answerTo } from "../answer.ts";
import type { ScreenItem } from "../screen-item.ts";
import type { Instrument, ReasonDraft } from "./instrument.ts";
import { missingReasons } from "./missing-reasons.ts";

const LEVELS = { kind: "choice", values: ["least", "middle", "most"] } as const;

const ITEMS: readonly ScreenItem[] = [
  { key: "tension", concept: "how much tension there is", response: LEVELS },
  { key: "arguments", concept: "how hard it is to settle arguments", response: LEVELS },
];

const extremeReasons = (sheet: AnswerSheet): readonly ReasonDraft[] =>
  ITEMS.filter(({ key }) => isMost(sheet, key)).map(({ key }) => ({
    raises: "escalate",
    because: "risk-answer",
    item: key,
  }));

const isMost = (sheet: AnswerSheet, key: string): boolean => {
  const answer = answerTo(sheet, key);
  return typeof answer === "object" && "choice" in answer && answer.choice === "most";
};

/**
 * WAST-Short: the first two items of the WAST. Public sources disagree whether one extreme answer is enough or both are
 * needed; here one is, which finds more (house rule). The whole WAST has no verified cut-off and is not offered.
 */
export const WAST_SHORT: Instrument = {
  id: "wast-short",
  version: "1996-either",
  title: "WAST-Short",
  items: ITEMS,
  rule: "either extreme answer is enough (house rule; one digest asks for both)",
  cutOffs: [],
  population: "family practice; a field test with 307 women",
  accuracy: "sensitivity 92%, specificity 56 to 68% (as one digest scores it); 8.5% positive in the field test",
  citation: "Brown et al. 1996, Fam Med 28(6):422-8; 2000, J Fam Pract 49(10):896-903",
  licence: "Unclear: ask for permission.",
  textSupplied: false,
  origin: "victim_alone",
  score: (sheet) => ({ reasons: [...extremeReasons(sheet), ...missingReasons(ITEMS, sheet)], score: null }),
};
