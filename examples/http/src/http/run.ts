import * as Effect from "effect/Effect";
import * as Result from "effect/Result";
import type { Answer, Failing } from "./endpoint.ts";
import { problem, type Problem } from "./problem.ts";
import { problemOf } from "./problem-of.ts";

/** What came of a route: an answer, or a problem with the tag of the error behind it. */
export type Outcome = { readonly answer: Answer } | { readonly problem: Problem; readonly error: string };

/**
 * Runs what a route does, for so long and no longer. This is the one place where effects are run, and where errors become
 * problems. What breaks inside is told by its name alone: its message may hold anything.
 */
export const run = async (effect: Effect.Effect<Answer, Failing>, milliseconds: number): Promise<Outcome> => {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), milliseconds);
  try {
    const result = await Effect.runPromise(Effect.result(effect), { signal: stop.signal });
    return Result.isSuccess(result)
      ? { answer: result.success }
      : { problem: problemOf(result.failure), error: nameOf(result.failure) };
  } catch (error) {
    return stop.signal.aborted
      ? { problem: problem("timed-out", "give it again; a write with the same key"), error: "timed-out" }
      : { problem: INTERNAL, error: error instanceof Error ? error.name : "unknown" };
  } finally {
    clearTimeout(timer);
  }
};

/** All that anybody is told of a fault of ours. */
export const INTERNAL = problem("internal-error", "the fault is ours, and the log has it under this request's id");

const nameOf = (failing: Failing): string => ("kind" in failing ? failing.kind : failing._tag);
