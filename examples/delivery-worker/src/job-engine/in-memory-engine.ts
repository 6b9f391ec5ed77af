import { epochMilliseconds, type Instant, instantAt } from "@victim-rights/core";
import * as Effect from "effect/Effect";
import { EngineLimits } from "./engine-limits.ts";
import type { JobEngineShape, WakeHandlers } from "./job-engine.ts";
import { runHandler } from "./run-handler.ts";
import { type Wake, type WakeAt, wakeKey } from "./wake.ts";

/** An engine that keeps its wakes in memory and whose clock stands until it is moved: for tests and for trying out. */
export type InMemoryEngine = {
  readonly engine: JobEngineShape;
  readonly now: () => Instant;
  /** Moves the clock, starts what has come due, and lets it run as far as it goes without the clock. */
  readonly pass: (seconds: number) => Promise<void>;
  /** Loses every wake that waits, as a lost queue would. Says how many there were. */
  readonly loseEverything: () => number;
  readonly waiting: () => readonly WakeAt[];
};

type Job = { readonly wake: Wake; readonly isDead: boolean; readonly failures: number; readonly due: number };
type Running = { readonly job: Job; readonly expires: number };

/** What the engine holds; nothing of it outlives the process. */
type Held = {
  readonly bounds: EngineLimits;
  readonly queued: Map<string, Job>;
  readonly running: Set<Running>;
  nowMs: number;
  handlers: WakeHandlers | null;
};

/** Opens an engine whose clock begins at `start`. */
export const inMemoryEngine = (start: Instant, limits: Partial<EngineLimits> = {}): InMemoryEngine => {
  const held: Held = {
    bounds: EngineLimits.parse(limits),
    queued: new Map(),
    running: new Set(),
    nowMs: epochMilliseconds(start),
    handlers: null,
  };
  return {
    engine: {
      wake: ({ at, ...wake }) =>
        Effect.sync(() => put(held, { wake, isDead: false, failures: 0, due: epochMilliseconds(at) })),
      work: (handlers) => Effect.sync(() => void (held.handlers = handlers)),
      stop: Effect.promise(async () => {
        held.handlers = null;
        await turns(() => held.running.size === 0);
      }),
    },
    now: () => instantAt(held.nowMs),
    pass: async (seconds) => {
      held.nowMs += seconds * 1000;
      await turns(() => {
        startDue(held);
        return isIdle(held);
      });
    },
    loseEverything: () => {
      const count = held.queued.size;
      held.queued.clear();
      return count;
    },
    waiting: () => [...held.queued.values()].map(({ wake, due }) => ({ ...wake, at: instantAt(due) })),
  };
};

const put = ({ queued }: Held, job: Job): void => {
  const key = `${job.isDead ? "dead" : "look"} ${wakeKey(job.wake)}`;
  const there = queued.get(key);
  if (there === undefined || job.due < there.due) queued.set(key, job);
};

const fail = (held: Held, job: Job): void => {
  const { bounds, nowMs } = held;
  const failures = job.failures + 1;
  if (!job.isDead && failures > bounds.retries) put(held, { ...job, isDead: true, failures: 0, due: nowMs });
  else put(held, { ...job, failures, due: nowMs + bounds.retrySeconds * 1000 * 2 ** (failures - 1) });
};

const startDue = (held: Held): void => {
  const { running, queued, nowMs, handlers } = held;
  for (const run of running) if (run.expires <= nowMs && running.delete(run)) fail(held, run.job);
  if (handlers === null) return;
  for (const [key, job] of queued) if (job.due <= nowMs && queued.delete(key)) begin(held, job, handlers);
};

const begin = (held: Held, job: Job, { look, dead }: WakeHandlers): void => {
  const { running, bounds, nowMs } = held;
  const run: Running = { job, expires: nowMs + bounds.expireSeconds * 1000 };
  running.add(run);
  runHandler(job.isDead ? dead : look, job.wake).then(
    () => void running.delete(run),
    () => void (running.delete(run) && fail(held, job)),
  );
};

const isIdle = ({ running, queued, nowMs, handlers }: Held): boolean =>
  running.size === 0 && (handlers === null || [...queued.values()].every(({ due }) => due > nowMs));

/** A handler that waits for nothing but other tasks ends within so many turns of the loop; one that hangs does not. */
const TURNS = 200;

const turns = async (isDone: () => boolean): Promise<void> => {
  for (let turn = 0; turn < TURNS && !isDone(); turn += 1) await new Promise((resolve) => void setImmediate(resolve));
};
