import { setTimeout as wait } from "node:timers/promises";
import * as Cause from "effect/Cause";
import type * as Context from "effect/Context";
import * as Effect from "effect/Effect";
import { JobEngine } from "./job-engine/job-engine.ts";
import { reconcileUnsettled } from "./worker/reconcile-unsettled.ts";
import { sweep } from "./worker/sweep.ts";
import { wakeHandlers, type WorkerServices } from "./worker/wake-handlers.ts";
import { WorkerLog } from "./worker/worker-log.ts";

/** A worker that runs until it is stopped. */
export type RunningWorker = {
  /** Begins nothing further and waits for what is under way. */
  readonly stop: () => Promise<void>;
};

/** When a worker makes its rounds, and what it does first in each beside sweeping and reconciling. */
export type Rounds = {
  readonly sweepEverySeconds: number;
  readonly first?: Effect.Effect<unknown, { readonly _tag: string }, WorkerServices>;
};

/**
 * Starts a worker: it takes wakes from the engine, and sweeps and reconciles at once and then again and again. A sweep that
 * fails is told to the log and made again; it is what catches everything else, so nothing stops it but a stop.
 */
export const startWorker = async (
  services: Context.Context<WorkerServices>,
  { sweepEverySeconds, first = Effect.void }: Rounds,
): Promise<RunningWorker> => {
  const run = <Answer, Failure>(effect: Effect.Effect<Answer, Failure, WorkerServices>): Promise<Answer> =>
    Effect.runPromise(Effect.provideContext(effect, services));
  await run(beginWork);
  const stopping = new AbortController();
  const rounds = keepSweeping(() => run(Effect.andThen(told(first), round)), sweepEverySeconds, stopping.signal);
  return {
    stop: async () => {
      stopping.abort();
      await run(tell("worker-stopping"));
      await rounds;
      await run(Effect.flatMap(JobEngine, ({ stop }) => stop));
      await run(tell("worker-stopped"));
    },
  };
};

const tell = (event: "worker-started" | "worker-stopping" | "worker-stopped") =>
  Effect.flatMap(WorkerLog, ({ write }) => write({ event }));

const beginWork = Effect.gen(function* () {
  const handlers = yield* wakeHandlers;
  yield* (yield* JobEngine).work(handlers);
  yield* tell("worker-started");
});

const told = <Answer, Failure extends { readonly _tag: string }, Services>(
  effect: Effect.Effect<Answer, Failure, Services>,
) =>
  Effect.catchCause(effect, (cause) => {
    const failure = cause.reasons.find(Cause.isFailReason);
    const why =
      failure === undefined ? "broken" : failure.error._tag.replaceAll(/(?<=[a-z])(?=[A-Z])/gu, "-").toLowerCase();
    return Effect.flatMap(WorkerLog, ({ write }) => write({ event: "trouble", why }));
  });

const round = Effect.andThen(told(reconcileUnsettled), told(sweep));

const keepSweeping = async (once: () => Promise<unknown>, seconds: number, signal: AbortSignal): Promise<void> => {
  while (!signal.aborted) {
    await once();
    await wait(seconds * 1000, undefined, { signal }).catch(() => undefined);
  }
};
