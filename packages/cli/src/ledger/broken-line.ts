import * as Data from "effect/Data";
import { EXIT } from "../io/exit-code.ts";
import { type Failure, failure, type Problem } from "../io/failure.ts";

/** What is wrong with a line of a journal. */
export type WhyBroken =
  | "not-text"
  | "not-a-line"
  | "not-an-entry"
  | "not-canonical"
  | "hash-differs"
  | "out-of-place"
  | "unfit";

/** A line of a journal is not what was written there: everything before it stands, nothing from it on. */
export class BrokenLine extends Data.TaggedError("BrokenLine")<{
  readonly line: number;
  /** The place that its entry has, or would have. */
  readonly seq: number;
  readonly why: WhyBroken;
  /** What the entry's own shape is wrong in, where that is known. */
  readonly details: readonly string[];
}> {
  override get message(): string {
    const { seq, why, details } = this;
    return `entry ${seq} ${WORDS[why]}${details.length === 0 ? "" : ` (${details.join("; ")})`}`;
  }
}

const WORDS: Readonly<Record<WhyBroken, string>> = {
  "not-text": "is not UTF-8 text",
  "not-a-line": "does not have the form of a journal's line",
  "not-an-entry": "does not have the shape of an entry",
  "not-canonical": "is not written in the one form that entries have",
  "hash-differs": "is not what was sealed: it, or one before it, was changed, dropped or inserted",
  "out-of-place": "is missing, or another stands in its place",
  unfit: "does not fit the entries before it",
};

/** How a broken line is told. */
export const brokenProblem = (journal: string, broken: BrokenLine): Problem => ({
  where: `${journal} line ${broken.line}`,
  problem: broken.message,
  fix: "everything before it stands; restore the rest from a copy",
});

export const brokenFailure = (journal: string, broken: BrokenLine): Failure =>
  failure(EXIT.badInput, [brokenProblem(journal, broken)]);
