import * as Cause from "effect/Cause";
import * as Effect from "effect/Effect";
import * as Exit from "effect/Exit";
import * as Option from "effect/Option";
import type { ParentSpan } from "effect/Tracer";
import { attributesOf, type SpanIds } from "./ids-of-a-span.ts";

/**
 * Runs an effect in a span of its own. The span holds the ids given, and of a failure its tag alone: a message or a stack
 * could hold what somebody wrote.
 */
export const spanned =
  (name: string, ids: SpanIds = {}) =>
  <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<A, E, Exclude<R, ParentSpan>> => {
    const told = Effect.tap(Effect.exit(effect), (exit) => Effect.annotateCurrentSpan(outcomeOf(exit)));
    return Effect.flatten(Effect.withSpan(told, name, { attributes: attributesOf(ids), captureStackTrace: false }));
  };

const outcomeOf = <A, E>(exit: Exit.Exit<A, E>): Readonly<Record<string, string>> => {
  if (Exit.isSuccess(exit)) return { "victim_rights.outcome": "done" };
  const failed = Option.map(Cause.findErrorOption(exit.cause), tagOf);
  return { "victim_rights.outcome": "failed", "error.type": Option.getOrElse(failed, () => "defect") };
};

const tagOf = (error: unknown): string =>
  typeof error === "object" && error !== null && "_tag" in error && typeof error._tag === "string"
    ? error._tag
    : "untagged";
