import type { LocalDate } from "@victim-rights/core";
import * as Result from "effect/Result";
import type { QuestionId, RuleId } from "../file/rule-file.ts";
import type { Law } from "../load/law.ts";
import { isSame } from "./field-changes.ts";
import { diffQuestions } from "./diff-questions.ts";
import type { DiffOptions, QuestionDiff } from "./question-diff.ts";
import { onBoth, type Pair, type SideRefused } from "./side.ts";

/** One law of a comparison, on a day, with the rules turned on that are off by default. */
export type LawSide = { readonly law: Law; readonly asOf: LocalDate; readonly enable?: readonly RuleId[] };

/** All that is different between two laws, question by question. */
export type LawDiff = {
  /** Questions that only the right law answers, and those that only the left one does. */
  readonly added: readonly QuestionId[];
  readonly removed: readonly QuestionId[];
  /** The questions of both laws, in the order of their ids. */
  readonly questions: readonly QuestionDiff[];
  /** Parts of the jurisdiction's own file that differ: `calendar` moves the days that windows come to, `sources` what citations say. */
  readonly profile: readonly string[];
};

/** Whether anything that is decided differs, or may: a question that could not be compared counts. */
export const differs = ({ added, removed, questions }: LawDiff): boolean =>
  added.length + removed.length > 0 ||
  questions.some(
    ({ differences, domains, notDecided }) => differences.length + domains.length > 0 || notDecided !== null,
  );

/** How two laws are compared. */
export type LawDiffOptions = DiffOptions & {
  /** The questions to look at; all when empty. */
  readonly only?: readonly QuestionId[];
};

/**
 * Compares every question that both laws answer; see `diffQuestions`.
 * @errors `SideRefused`, for the first question of which a side cannot be asked.
 */
export const diffLaws = (sides: Pair<LawSide>, options: LawDiffOptions = {}): Result.Result<LawDiff, SideRefused> => {
  const { left, right } = onBoth(sides, ({ law }) => questionsOf(law, options.only ?? []));
  const questions: QuestionDiff[] = [];
  for (const question of left.filter((id) => right.includes(id))) {
    const compared = diffQuestions(
      onBoth(sides, (side) => ({ ...side, question })),
      options,
    );
    if (Result.isFailure(compared)) return Result.fail(compared.failure);
    questions.push(compared.success);
  }
  return Result.succeed({
    added: right.filter((id) => !left.includes(id)),
    removed: left.filter((id) => !right.includes(id)),
    questions,
    profile: profileChanges(onBoth(sides, ({ law }) => law)),
  });
};

const questionsOf = (law: Law, only: readonly QuestionId[]): readonly QuestionId[] =>
  [...law.questions.keys()].filter((id) => only.length === 0 || only.includes(id)).toSorted();

const PROFILE_PARTS = ["name", "agencies", "sources", "channels", "calendar", "facts", "notes"] as const;

const profileChanges = ({ left, right }: Pair<Law>): readonly string[] =>
  PROFILE_PARTS.filter((part) => !isSame(left.profile[part], right.profile[part]));
