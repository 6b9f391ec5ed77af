import * as Context from "effect/Context";
import * as Data from "effect/Data";
import type { Effect } from "effect/Effect";
import type { Wake, WakeAt } from "./wake.ts";

/** The engine did not answer. Nothing is lost by it: the sweep finds whatever was not woken. */
export class JobEngineUnavailable extends Data.TaggedError("JobEngineUnavailable")<{
  /** What was asked of it, such as `wake`. */
  readonly during: string;
}> {
  override get message(): string {
    return `the job engine did not answer \`${this.during}\`: the next sweep wakes what is due`;
  }
}

/** A look did not come to its end; the engine gives the wake again, and in the end reports it dead. */
export class LookFailed extends Data.TaggedError("LookFailed")<{
  readonly wake: Wake;
  /** Why, as a code. */
  readonly why: string;
}> {
  override get message(): string {
    return `attempt ${this.wake.attempt} of \`${this.wake.obligation}\` could not be looked at (${this.why})`;
  }
}

/** What is done with wakes. Each may be called more than once for one wake, and by several processes at once. */
export type WakeHandlers = {
  readonly look: (wake: Wake) => Effect<void, LookFailed>;
  /** A wake whose look failed every time: a person must see to it. */
  readonly dead: (wake: Wake) => Effect<void, LookFailed>;
};

/**
 * Transport, and nothing else: it remembers that an obligation is to be looked at. What is owed, tried and proved stands
 * in the store, so that an engine may lose every wake it holds. `jobEngineContract` holds an adapter to all of this.
 */
export type JobEngineShape = {
  /**
   * Asks for a look from a moment on. Of several wakes for one obligation and attempt that wait, one is kept, at the
   * earliest moment that was asked for.
   */
  readonly wake: (wake: WakeAt) => Effect<void, JobEngineUnavailable>;
  /** Begins to give wakes to the handlers: at least once each, and again when a look fails or does not end in time. */
  readonly work: (handlers: WakeHandlers) => Effect<void, JobEngineUnavailable>;
  /** Takes no further wake, waits for the looks under way as long as it was set to, and lets go of what it holds. */
  readonly stop: Effect<void>;
};

/** The port that a running worker asks to be woken by. */
export class JobEngine extends Context.Service<JobEngine, JobEngineShape>()(
  "@victim-rights-examples/delivery-worker/JobEngine",
) {}
