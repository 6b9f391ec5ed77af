import type { Ground } from "../decide/determination.ts";
import { SETTLED_ANSWERS } from "../decide/question-diagrams.ts";
import type { RuleId } from "../file/rule-file.ts";
import { itemAt } from "../diagram/item-at.ts";
import type { Certainty } from "./certainty.ts";

/** What a column of answers holds, by number: the answers of `decide`, and `conflict` where it fails with `RuleConflict`. */
export const COLUMN_ANSWERS = ["no", "yes", "undetermined", "conflict"] as const;

/** One of `COLUMN_ANSWERS`. */
export type ColumnAnswer = (typeof COLUMN_ANSWERS)[number];

/** What a row comes to: the answer, and the grounds that stand however its missing facts turn out. */
export type ColumnOutcome = {
  readonly answer: ColumnAnswer;
  /** None beside a conflict. */
  readonly grounds: readonly Ground[];
  /** The ids of the grounds, in order. */
  readonly ids: readonly RuleId[];
};

export const outcomeOfCertainty = ({ answers, standing }: Certainty, grounds: readonly Ground[]): ColumnOutcome => {
  const answer = answerOfBits(answers);
  const certain = answer === "conflict" ? [] : standing.map((place) => itemAt(grounds, place));
  return { answer, grounds: certain, ids: certain.map(({ rule }) => rule) };
};

const answerOfBits = (bits: number): ColumnAnswer =>
  SETTLED_ANSWERS.find((_, place) => bits === 1 << place) ?? "undetermined";
