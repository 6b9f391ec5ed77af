import { type Instant, instantAt } from "@victim-rights/core";
import * as Context from "effect/Context";
import * as Effect from "effect/Effect";

/** What time it is. */
export type WorkerClockShape = { readonly now: Effect.Effect<Instant> };

/** The port that a running worker asks for the time. */
export class WorkerClock extends Context.Service<WorkerClock, WorkerClockShape>()(
  "@victim-rights-examples/delivery-worker/WorkerClock",
) {}

/** The machine's own clock. */
export const systemClock: WorkerClockShape = { now: Effect.sync(() => instantAt(Date.now())) };
