import * as Result from "effect/Result";
import type { CompiledQuestion } from "../decide/compiled-question.ts";
import type { MissingFact } from "../decide/determination.ts";
import type { FactProblems } from "../decide/errors.ts";
import { type Facts, type FactValue, UNCERTAIN } from "../facts.ts";
import type { FactName } from "../vocabulary/fact-definition.ts";
import { type CostOf, usualCost } from "./asking-cost.ts";
import { nextQuestion } from "./next-question.ts";

/** What a person says to a question. `not-known` is never asked again and leads to a person; `skipped` leaves the fact unknown. */
export type InterviewAnswer =
  | { readonly kind: "value"; readonly value: FactValue }
  | { readonly kind: "not-known" }
  | { readonly kind: "skipped" };

/** A question that was put, and what was said. */
export type InterviewStep = { readonly asked: MissingFact; readonly answer: InterviewAnswer };

/** An interview as it stands. It never changes: each answer gives a new one. */
export type Interview = {
  readonly compiled: CompiledQuestion;
  readonly costOf: CostOf;
  /** What was known before the first question. */
  readonly opening: Facts;
  readonly steps: readonly InterviewStep[];
  /** Everything known so far; a skipped fact is not in it. */
  readonly facts: Facts;
  /** The question to put now; `null` when none can bring the answer nearer. */
  readonly next: MissingFact | null;
};

/**
 * Begins an interview that asks only what still matters.
 * @errors `FactProblems` when a fact known beforehand is not of the vocabulary.
 */
export const beginInterview = (
  compiled: CompiledQuestion,
  opening: Facts = {},
  costOf: CostOf = usualCost,
): Result.Result<Interview, FactProblems> =>
  Result.map(compiled.check(opening), (facts) => advance({ compiled, costOf, opening: facts, steps: [] }));

/**
 * Takes the answer to the question that stands next; an interview without one stays as it is.
 * @errors `FactProblems` when the value is not of the fact's domain.
 */
export const answerNext = (interview: Interview, answer: InterviewAnswer): Result.Result<Interview, FactProblems> => {
  const { next, compiled } = interview;
  if (next === null) return Result.succeed(interview);
  const given = answer.kind === "value" ? { [next.fact]: answer.value } : {};
  return Result.map(compiled.check(given), () =>
    advance({ ...interview, steps: [...interview.steps, { asked: next, answer }] }),
  );
};

type Begun = Omit<Interview, "facts" | "next">;

const advance = ({ compiled, costOf, opening, steps }: Begun): Interview => {
  const facts = { ...opening, ...valuesIn(steps) };
  return {
    compiled,
    costOf,
    opening,
    steps,
    facts,
    next: nextQuestion(compiled, { ...facts, ...skippedIn(steps) }, costOf),
  };
};

const valuesIn = (steps: readonly InterviewStep[]): Facts =>
  Object.fromEntries(
    steps.flatMap(({ asked, answer }): readonly (readonly [FactName, Facts[FactName]])[] => {
      if (answer.kind === "skipped") return [];
      return [[asked.fact, answer.kind === "value" ? answer.value : UNCERTAIN]];
    }),
  );

/** A skipped question is not put again, so it is taken as one that nobody can answer when the next is chosen. */
const skippedIn = (steps: readonly InterviewStep[]): Facts =>
  Object.fromEntries(
    steps.flatMap(({ asked, answer }) => (answer.kind === "skipped" ? [[asked.fact, UNCERTAIN] as const] : [])),
  );
