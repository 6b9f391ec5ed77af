import * as Result from "effect/Result";
import { leavesOf } from "../diagram/condition-parts.ts";
import type { QuestionId } from "../file/rule-file.ts";
import type { Law } from "../load/law.ts";
import { QuestionCycle, UnknownQuestion } from "./errors.ts";
import { type RuleChoice, type Selection, selectRules } from "./select-rules.ts";

/** A question with every question it reads, directly or through others: each after those it reads, the asked one last. */
export type Closure = readonly Selection[];

/**
 * @errors `UnknownQuestion` when the law lacks the question or one it reads; `QuestionCycle` when questions read each other
 * in a circle. Only rules that decide on the day are followed.
 */
export const questionClosure = (
  law: Law,
  question: QuestionId,
  choice: RuleChoice,
): Result.Result<Closure, UnknownQuestion | QuestionCycle> => {
  const done = new Map<QuestionId, Selection>();
  const visit = (asked: QuestionId, path: readonly QuestionId[]): UnknownQuestion | QuestionCycle | null => {
    if (done.has(asked)) return null;
    if (path.includes(asked)) return new QuestionCycle({ cycle: [...path.slice(path.indexOf(asked)), asked] });
    const source = law.questions.get(asked);
    if (source === undefined)
      return new UnknownQuestion({
        question: asked,
        readBy: path.at(-1) ?? null,
        known: [...law.questions.keys()].toSorted(),
      });
    const selection = selectRules(asked, source, choice);
    const failure = firstFailure(questionsRead(selection, law), (inner) => visit(inner, [...path, asked]));
    if (failure === null) done.set(asked, selection);
    return failure;
  };
  const failure = visit(question, []);
  return failure === null ? Result.succeed([...done.values()]) : Result.fail(failure);
};

const firstFailure = <Failure>(
  questions: readonly QuestionId[],
  visit: (question: QuestionId) => Failure | null,
): Failure | null => {
  for (const question of questions) {
    const failure = visit(question);
    if (failure !== null) return failure;
  }
  return null;
};

/** The questions whose answers a selection's rules read as facts, in the order of their ids. */
export const questionsRead = (selection: Selection, law: Pick<Law, "questions">): readonly QuestionId[] => {
  const names = selection.rules.flatMap((rule) => leavesOf(rule.conditions).map((leaf) => leaf.fact));
  return [...new Set(names.filter((name) => name.includes("/") || law.questions.has(name)))].toSorted();
};
