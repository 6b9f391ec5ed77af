import { epochMilliseconds } from "@victim-rights/core";
import {
  type JobEngineShape,
  JobEngineUnavailable,
  type WakeHandlers,
} from "@victim-rights-examples/delivery-worker/job-engine/job-engine";
import { type Wake, type WakeAt, wakeKey } from "@victim-rights-examples/delivery-worker/job-engine/wake";
import * as Effect from "effect/Effect";
import * as Exit from "effect/Exit";
import type { Process } from "../engine/process.ts";
import type { Simulation } from "../simulation.ts";

/** The queue that wakes workers: it loses wakes, doubles them, and tries failed ones again, as the real ones do. */
export type WakeEngine = {
  readonly at: (process: Process) => JobEngineShape;
  readonly takeOn: (process: Process, handlers: WakeHandlers) => void;
};

type Job = { readonly wake: Wake; readonly isDead: boolean; readonly failures: number };
type Waiting = Job & { readonly due: number };

const RETRIES = 5;
const RETRY_MS = 5000;
const EXPIRE_MS = 60_000;

/** Opens a queue. */
export const wakeEngine = (simulation: Simulation): WakeEngine => {
  const workers = new Map<Process, WakeHandlers>();
  const queue = openQueue(simulation, workers);
  const takeOn: WakeEngine["takeOn"] = (process, handlers) => void workers.set(process, handlers);
  return {
    takeOn,
    at: (process) => ({
      wake: (wake) => process.call({ what: "wake", act: () => queue.take(wake, process) }),
      work: (handlers) => Effect.sync(() => takeOn(process, handlers)),
      stop: Effect.void,
    }),
  };
};

type Queue = { readonly take: (wake: WakeAt, from: Process) => Exit.Exit<void, JobEngineUnavailable> };

const openQueue = (simulation: Simulation, workers: ReadonlyMap<Process, WakeHandlers>): Queue => {
  const { timeline, faults, trace, tell } = simulation;
  const waiting = new Map<string, Waiting>();
  const chance = simulation.random("wakes");
  const put = (job: Job, delay: number): void => {
    const key = `${job.isDead ? "dead" : "look"} ${wakeKey(job.wake)}`;
    const due = timeline.now() + Math.max(0, delay);
    const there = waiting.get(key);
    if (there !== undefined && there.due <= due) return;
    waiting.set(key, { ...job, due });
    timeline.after(delay, () => give(key, due));
  };
  const give = (key: string, due: number): void => {
    const job = waiting.get(key);
    if (job === undefined || job.due !== due) return;
    waiting.delete(key);
    const [first, ...others] = [...workers].filter(([process]) => process.isUp());
    if (first === undefined) return put(job, EXPIRE_MS);
    const times = faults.hits("wakes-doubled") ? 2 : 1;
    for (let time = 0; time < times; time += 1)
      work({ job, by: chance.pick([first, ...others]) }, simulation, () => put(...again(job)));
  };
  return {
    take: ({ at, ...wake }, from) => {
      tell({ kind: "said", where: "job", text: JSON.stringify({ at, ...wake }) });
      if (!faults.hits("wakes-lost")) {
        put({ wake, isDead: false, failures: 0 }, epochMilliseconds(at) - epochMilliseconds(from.now()));
        return Exit.void;
      }
      trace.write("queue", `loses the wake of ${wake.obligation}`);
      const isNoticed = faults.random("wakes-lost").hits(300);
      return isNoticed ? Exit.fail(new JobEngineUnavailable({ during: "wake" })) : Exit.void;
    },
  };
};

type Work = { readonly job: Job; readonly by: readonly [Process, WakeHandlers] };

/** A look that has not ended in time counts as failed: its process may be gone. */
const work = ({ job, by: [process, { look, dead }] }: Work, { timeline }: Simulation, failed: () => void): void => {
  let isOver = false;
  const over = (hasFailed: boolean): void => {
    if (!isOver && hasFailed) failed();
    isOver = true;
  };
  timeline.after(EXPIRE_MS, () => over(true));
  process.run((job.isDead ? dead : look)(job.wake), (exit) => over(Exit.isFailure(exit)));
};

/** What becomes of a job that failed, and when. */
const again = (job: Job): readonly [Job, number] => {
  const failures = job.failures + 1;
  if (!job.isDead && failures > RETRIES) return [{ ...job, isDead: true, failures: 0 }, 0];
  return [{ ...job, failures }, RETRY_MS * 2 ** Math.min(failures - 1, 8)];
};
