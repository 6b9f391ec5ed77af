import { type ObligationId, ObligationStore, type Page, type StoredObligation } from "@victim-rights/notification";
import { measures } from "@victim-rights-examples/observability";
import * as Effect from "effect/Effect";
import { JobEngine } from "../job-engine/job-engine.ts";
import { WorkerClock } from "./clock.ts";
import { WorkerLog } from "./worker-log.ts";
import { Settings } from "./worker-settings.ts";

/**
 * Finds in the record whatever is due and wakes it. It needs no job that was ever made: were every one lost, the next
 * sweep would make them again. How many obligations were due is its answer.
 */
export const sweep = Effect.gen(function* () {
  const [store, engine, log] = [yield* ObligationStore, yield* JobEngine, yield* WorkerLog];
  const { pageSize } = yield* Settings;
  const now = yield* (yield* WorkerClock).now;
  let count = 0;
  let afterSequence: number | null = 0;
  while (afterSequence !== null) {
    const page: Page<StoredObligation> = yield* store.listDue({ now, limit: pageSize, afterSequence });
    yield* Effect.forEach(page.items, ({ obligation }) => engine.wake({ ...wakeOf(obligation), at: now }), {
      discard: true,
    });
    count += page.items.length;
    afterSequence = page.next;
  }
  yield* measures.swept(count);
  yield* log.write({ event: "swept", count });
  return count;
});

/** The wake of an obligation: at the attempt that comes next. */
export const wakeOf = ({ id, attempts }: { readonly id: ObligationId; readonly attempts: readonly unknown[] }) => ({
  obligation: id,
  attempt: attempts.length + 1,
});
