import type { LocalDate } from "@victim-rights/core";
import { compileQuestion, findConflicts, type Law, type QuestionId } from "@victim-rights/rules";
import * as Result from "effect/Result";

/** Two rules that say opposite things for some person, neither setting the other aside. */
export type ConflictReport = {
  readonly question: QuestionId;
  /** The first day on which they contradict each other. */
  readonly asOf: LocalDate;
  readonly denial: string;
  readonly grant: string;
};

/** Looks for contradictions in every question, on each day on which some rule comes into force or leaves it. */
export const conflictsIn = (law: Law): readonly ConflictReport[] => {
  const days = changeDays(law);
  const questions = [...law.questions.values()].filter(({ file }) =>
    file.rules.some(({ effect }) => effect === "deny"),
  );
  return questions.flatMap(({ file }) => firstOfEach(days.flatMap((asOf) => conflictsOn(law, file.question, asOf))));
};

/** The days of change, and the last day on which somebody read the law. */
const changeDays = (law: Law): readonly LocalDate[] => {
  const rules = [...law.questions.values()].flatMap(({ file }) => file.rules);
  const days = rules.flatMap(({ inForce: { from, until }, reviewedOn }) => [from, until, reviewedOn]);
  return [...new Set(days.filter((day) => day !== null))].toSorted();
};

const conflictsOn = (law: Law, question: QuestionId, asOf: LocalDate): readonly ConflictReport[] => {
  const compiled = compileQuestion(law, question, { asOf });
  if (Result.isFailure(compiled)) return [];
  return findConflicts(compiled.success).map(({ denial, grant }) => ({
    question,
    asOf,
    denial: denial.rule,
    grant: grant.rule,
  }));
};

const firstOfEach = (conflicts: readonly ConflictReport[]): readonly ConflictReport[] => [
  ...new Map(conflicts.toReversed().map((conflict) => [`${conflict.denial} ${conflict.grant}`, conflict])).values(),
];
