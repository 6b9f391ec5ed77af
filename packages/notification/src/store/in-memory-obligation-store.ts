import { IdempotencyKeyReused, type Instant } from "@victim-rights/core";
import * as Effect from "effect/Effect";
import * as Equal from "effect/Equal";
import * as Result from "effect/Result";
import type { PersonTaskId } from "../obligation/ids.ts";
import { dueAt } from "./due-at.ts";
import { advanceIn, findIn, type Written } from "./memory-advance.ts";
import { claimIn, settleIn } from "./memory-claims.ts";
import { recordEventIn, recordEventsIn } from "./memory-record-event.ts";
import { EMPTY_STATE, type MemoryState, pageOf, withValue } from "./memory-state.ts";
import type { ObligationStoreShape } from "./obligation-store.ts";
import { PersonTaskNotFound } from "./store-errors.ts";
import type { AttemptClaim, StoredObligation, StoredTask, TaskAnswer, UnsettledAsked } from "./store-records.ts";

/** A store that forgets when it is let go: for tests, and as the plain reading of what an adapter promises. */
export const inMemoryObligationStore = (): ObligationStoreShape => {
  let held: MemoryState = EMPTY_STATE;
  const write = <Answer, Failure>(
    step: (state: MemoryState) => Result.Result<Written<Answer>, Failure>,
  ): Effect.Effect<Answer, Failure> =>
    Effect.suspend(() => {
      const written = step(held);
      if (Result.isFailure(written)) return Effect.fail(written.failure);
      held = written.success.state;
      return Effect.succeed(written.success.answer);
    });
  return {
    recordEvent: (batch, key) => write((state) => recordEventIn(state, batch, key)),
    recordEvents: (batches) => write((state) => recordEventsIn(state, batches)),
    advance: (advance) => write((state) => advanceIn(state, advance)),
    find: (id) => write((state) => Result.map(findIn(state, id), (answer) => ({ state, answer }))),
    claimAttempt: (key, at) => write((state) => claimIn(state, key, at)),
    settleAttempt: (key, result) => write((state) => settleIn(state, key, result)),
    settleTask: (task, answer) => write((state) => settleTaskIn(state, task, answer)),
    ...listsOf((from) => Effect.sync(() => from(held))),
  };
};

type Lists = Pick<ObligationStoreShape, "listDue" | "listForPerson" | "listUnsettled" | "listTasks" | "findTasks">;

const listsOf = (read: <Answer>(from: (state: MemoryState) => Answer) => Effect.Effect<Answer>): Lists => ({
  listDue: (asked) =>
    read(({ obligations }) =>
      pageOf(
        [...obligations.values()].filter((each) => isDue(each, asked.now)),
        asked,
      ),
    ),
  listForPerson: (asked) =>
    read(({ obligations }) =>
      pageOf(
        [...obligations.values()].filter(({ obligation }) => obligation.subject.personId === asked.personId),
        asked,
      ),
    ),
  listUnsettled: (asked) =>
    read(({ claims }) =>
      pageOf(
        [...claims.values()].filter((claim) => isInDoubt(claim) && isWithin(claim, asked)),
        asked,
      ),
    ),
  listTasks: (asked) =>
    read(({ tasks }) =>
      pageOf(
        [...tasks.values()].filter(({ answer }) => answer === null),
        asked,
      ),
    ),
  findTasks: (ids) =>
    read(({ tasks }) => {
      const wanted = new Set(ids);
      return [...tasks.values()].filter(({ task }) => wanted.has(task.id));
    }),
});

const isDue = ({ obligation }: StoredObligation, now: Instant): boolean => {
  const at = dueAt(obligation);
  return at !== null && at <= now;
};

const isWithin = ({ claimedAt }: AttemptClaim, { claimedBefore, claimedFrom }: UnsettledAsked): boolean =>
  claimedAt < claimedBefore && claimedAt >= claimedFrom;

const isInDoubt = ({ result }: AttemptClaim): boolean => result === null || result.outcome === "unknown";

const settleTaskIn = (
  state: MemoryState,
  id: PersonTaskId,
  answer: TaskAnswer,
): Result.Result<Written<StoredTask>, PersonTaskNotFound | IdempotencyKeyReused> => {
  const stored = state.tasks.get(id);
  if (stored === undefined) return Result.fail(new PersonTaskNotFound({ task: id }));
  if (stored.answer !== null)
    return Equal.equals(stored.answer, answer)
      ? Result.succeed({ state, answer: stored })
      : Result.fail(new IdempotencyKeyReused({ key: id }));
  const settled = { ...stored, answer };
  return Result.succeed({ state: { ...state, tasks: withValue(state.tasks, id, settled) }, answer: settled });
};
