import { ObligationStore } from "@victim-rights/notification";
import * as Effect from "effect/Effect";
import { type OpenedDatabase, removeTaken, takeWakeUps } from "@victim-rights-examples/storage-postgres";
import { JobEngine } from "./job-engine/job-engine.ts";
import { WorkerClock } from "./worker/clock.ts";
import { wakeOf } from "./worker/sweep.ts";

/** How many are taken at once, and for how long they are this worker's. */
const LIMIT = 500;
const FOR_MS = 60_000;

/**
 * Passes the wake-ups that the store wrote, each in the transaction of what it is about, on to the engine. One that is
 * passed on twice is one wake; one that is never passed on is found by the sweep. How many there were is its answer.
 */
export const passOnWakeUps = (db: OpenedDatabase["db"]) =>
  Effect.gen(function* () {
    const [store, engine, clock] = [yield* ObligationStore, yield* JobEngine, yield* WorkerClock];
    let count = 0;
    let taken = LIMIT;
    while (taken === LIMIT) {
      const wakeUps = yield* takeWakeUps(db, { limit: LIMIT, now: yield* clock.now, forMs: FOR_MS });
      for (const { obligation: id, wakeAt } of wakeUps) {
        const { obligation } = yield* store.find(id);
        yield* engine.wake({ ...wakeOf(obligation), at: wakeAt });
      }
      const positions = wakeUps.map(({ position }) => position);
      if (positions.length > 0) yield* removeTaken(db, "wake_up", positions);
      taken = positions.length;
      count += taken;
    }
    return count;
  });
