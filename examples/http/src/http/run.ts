import * as Cause from "effect/Cause";
import * as Effect from "effect/Effect";
import * as Exit from "effect/Exit";
import type * as Fiber from "effect/Fiber";
import * as Result from "effect/Result";
import type { Answer, Failing } from "./endpoint.ts";
import { problem, type Problem } from "./problem.ts";
import { problemOf } from "./problem-of.ts";

/** What came of a route: an answer, or a problem with the tag of the error behind it. */
export type Outcome = { readonly answer: Answer } | { readonly problem: Problem; readonly error: string };

/**
 * Runs what a route does, for so long and no longer. This is the one place where effects are run, and where errors become
 * problems. What breaks inside is told by its name alone: its message may hold anything. What is done at once, as law is
 * decided, needs no timer.
 */
export const run = async (effect: Effect.Effect<Answer, Failing>, milliseconds: number): Promise<Outcome> => {
  const fiber = Effect.runFork(Effect.result(effect));
  const done = fiber.pollUnsafe();
  return done === undefined ? inTime(fiber, milliseconds) : outcomeOf(done, false);
};

type Ran = Result.Result<Answer, Failing>;

const inTime = async (fiber: Fiber.Fiber<Ran>, milliseconds: number): Promise<Outcome> => {
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    fiber.interruptUnsafe();
  }, milliseconds);
  const { promise, resolve } = Promise.withResolvers<Exit.Exit<Ran>>();
  fiber.addObserver(resolve);
  const exit = await promise;
  clearTimeout(timer);
  return outcomeOf(exit, isLate);
};

const outcomeOf = (exit: Exit.Exit<Ran>, isLate: boolean): Outcome => {
  if (Exit.isSuccess(exit)) {
    const result = exit.value;
    return Result.isSuccess(result)
      ? { answer: result.success }
      : { problem: problemOf(result.failure), error: nameOf(result.failure) };
  }
  if (isLate) return { problem: TIMED_OUT, error: "timed-out" };
  const error = Cause.squash(exit.cause);
  return { problem: INTERNAL, error: error instanceof Error ? error.name : "unknown" };
};

const TIMED_OUT = problem("timed-out", "give it again; a write with the same key");

/** All that anybody is told of a fault of ours. */
export const INTERNAL = problem("internal-error", "the fault is ours, and the log has it under this request's id");

const nameOf = (failing: Failing): string => ("kind" in failing ? failing.kind : failing._tag);
