import * as Effect from "effect/Effect";
import * as Exit from "effect/Exit";
import type { LookFailed } from "./job-engine.ts";
import type { Wake } from "./wake.ts";

/** A look ended in failure. Engines keep what is thrown at them, so this says nothing but that. */
class LookDidNotEnd extends Error {
  constructor() {
    super("the look failed: the worker's own log says why");
  }
}

/** Runs a handler for an engine that takes promises. @throws an error without content when it fails in any way. */
export const runHandler = async (
  handler: (wake: Wake) => Effect.Effect<void, LookFailed>,
  wake: Wake,
): Promise<void> => {
  const exit = await Effect.runPromiseExit(Effect.suspend(() => handler(wake)));
  if (Exit.isFailure(exit)) throw new LookDidNotEnd();
};
