import { IdempotencyKeyReused, Revision } from "@victim-rights/core";
import * as Equal from "effect/Equal";
import * as Result from "effect/Result";
import type { PersonTaskId } from "../obligation/ids.ts";
import { opened } from "../obligation/fold-entries.ts";
import type { OpenedEntry } from "../obligation/obligation-entry.ts";
import { advanceIn, type Written } from "./memory-advance.ts";
import { raiseIn } from "./memory-raise.ts";
import { type MemoryState, withValue } from "./memory-state.ts";
import type { RecordEventError } from "./store-errors.ts";
import type { EventBatch, KeyedBatch, RecordedEvent } from "./store-records.ts";

/** Records a batch in a state, whole or not at all. */
export const recordEventIn = (
  state: MemoryState,
  batch: EventBatch,
  key: string,
): Result.Result<Written<RecordedEvent>, RecordEventError> => {
  const before = state.batches.get(key);
  if (before !== undefined)
    return Equal.equals(before.batch, batch)
      ? Result.succeed({ state, answer: before.answer })
      : Result.fail(new IdempotencyKeyReused({ key }));
  return Result.gen(function* () {
    const numbered = { ...state, sequence: state.sequence + 1 };
    const sequence = numbered.sequence;
    const alreadyOpen = batch.obligations.map(({ obligation }) => obligation).filter((id) => state.obligations.has(id));
    let next: MemoryState = batch.obligations.reduce(openIn, numbered);
    for (const advance of batch.advances) next = (yield* advanceIn(next, advance)).state;
    next = batch.tasks.reduce(raiseIn, next);
    const answer: RecordedEvent = {
      event: batch.event.id,
      revision: batch.event.revision,
      sequence,
      opened: batch.obligations.map(({ obligation }) => obligation).filter((id) => !state.obligations.has(id)),
      alreadyOpen,
      tasks: batch.tasks.map(({ id }): PersonTaskId => id),
    };
    const batches = withValue(next.batches, key, { batch, answer });
    return { state: { ...next, batches, audit: [...next.audit, ...batch.audit] }, answer };
  });
};

/** Records batches one after another, all of them or none. */
export const recordEventsIn = (
  state: MemoryState,
  batches: readonly KeyedBatch[],
): Result.Result<Written<readonly RecordedEvent[]>, RecordEventError> =>
  Result.gen(function* () {
    let next = state;
    const answer: RecordedEvent[] = [];
    for (const { batch, idempotencyKey } of batches) {
      const written = yield* recordEventIn(next, batch, idempotencyKey);
      next = written.state;
      answer.push(written.answer);
    }
    return { state: next, answer };
  });

const openIn = (state: MemoryState, entry: OpenedEntry): MemoryState => {
  if (state.obligations.has(entry.obligation)) return state;
  const sequence = state.sequence + 1;
  const stored = { obligation: opened(entry), revision: Revision.parse(1), sequence };
  return { ...state, sequence, obligations: withValue(state.obligations, entry.obligation, stored) };
};
