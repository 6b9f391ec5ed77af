import { setTimeout as wait } from "node:timers/promises";
import * as Cause from "effect/Cause";
import type * as Context from "effect/Context";
import * as Effect from "effect/Effect";
import { JobEngine, LookFailed, type WakeHandlers } from "./job-engine/job-engine.ts";
import { settledWithin } from "./job-engine/settled-within.ts";
import { checkClock, type ClockDiffers, type RecordClock } from "./worker/clock-check.ts";
import { reconcileUnsettled } from "./worker/reconcile-unsettled.ts";
import { sweep } from "./worker/sweep.ts";
import { wakeHandlers, type WorkerServices } from "./worker/wake-handlers.ts";
import { WorkerLog } from "./worker/worker-log.ts";

/** A worker that runs until it is stopped. */
export type RunningWorker = {
  /** Settles when the worker must not go on: its clock differs from the record's. It takes no wake any more. */
  readonly mustStop: Promise<void>;
  /** Begins nothing further and waits for what is under way, a round no longer than it was set to. */
  readonly stop: () => Promise<void>;
};

/** When a worker makes its rounds, and what it does first in each beside sweeping and reconciling. */
export type Rounds = {
  readonly sweepEverySeconds: number;
  readonly first?: Effect.Effect<unknown, { readonly _tag: string }, WorkerServices>;
  /** The clock that this machine's is compared with before it starts, in each round and before each look. */
  readonly recordClock?: RecordClock;
  /** How long a stop waits for a round under way: a record that does not answer must not hold it up. */
  readonly graceSeconds?: number;
};

/**
 * Starts a worker: it takes wakes from the engine, and sweeps and reconciles at once and then again and again. A sweep that
 * fails is told to the log and made again; it is what catches everything else, so nothing stops it but a stop.
 * @throws `ClockDiffers`, before anything was begun.
 */
export const startWorker = async (
  services: Context.Context<WorkerServices>,
  { sweepEverySeconds, first = Effect.void, recordClock, graceSeconds = 25 }: Rounds,
): Promise<RunningWorker> => {
  const run = <Answer, Failure>(effect: Effect.Effect<Answer, Failure, WorkerServices>): Promise<Answer> =>
    Effect.runPromise(Effect.provideContext(effect, services));
  const { promise: mustStop, resolve: stopWorking } = Promise.withResolvers<void>();
  const mayWork = clockGate(recordClock, stopWorking);
  await run(mayWork);
  await run(beginWork(mayWork));
  const stopping = new AbortController();
  const once = whenAllowed(mayWork, Effect.andThen(told(first), round));
  const rounds = keepSweeping(() => run(once), sweepEverySeconds, stopping.signal);
  return {
    mustStop,
    stop: async () => {
      stopping.abort();
      await run(tell("worker-stopping"));
      await settledWithin(rounds, graceSeconds * 1000);
      await run(Effect.flatMap(JobEngine, ({ stop }) => stop));
      await run(tell("worker-stopped"));
    },
  };
};

type Gate = Effect.Effect<void, ClockDiffers, WorkerServices>;

/** Lets work through while the clocks agree. A record that does not answer says nothing against this machine's clock. */
const clockGate = (recordClock: RecordClock | undefined, stopWorking: () => void): Gate =>
  recordClock === undefined
    ? Effect.void
    : checkClock(recordClock).pipe(
        Effect.catchTag("StoreUnavailable", () => Effect.void),
        Effect.tapError(({ aheadSeconds }) =>
          Effect.gen(function* () {
            yield* (yield* WorkerLog).write({
              event: "clock-differs",
              why: aheadSeconds > 0 ? "ahead" : "behind",
              count: Math.abs(aheadSeconds),
            });
            stopWorking();
          }),
        ),
      );

const whenAllowed = (mayWork: Gate, work: Effect.Effect<unknown, never, WorkerServices>) =>
  Effect.catch(Effect.andThen(mayWork, work), () => Effect.void);

const tell = (event: "worker-started" | "worker-stopping" | "worker-stopped") =>
  Effect.flatMap(WorkerLog, ({ write }) => write({ event }));

const beginWork = (mayWork: Gate) =>
  Effect.gen(function* () {
    const { look, dead } = yield* wakeHandlers;
    const services = yield* Effect.context<WorkerServices>();
    const gated =
      (handler: WakeHandlers["look"]): WakeHandlers["look"] =>
      (wake) =>
        Effect.provideContext(mayWork, services).pipe(
          Effect.mapError(() => new LookFailed({ wake, why: "clock-differs" })),
          Effect.andThen(handler(wake)),
        );
    yield* (yield* JobEngine).work({ look: gated(look), dead: gated(dead) });
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
