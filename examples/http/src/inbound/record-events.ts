import type { KeyedEvent, RecordedEvent } from "@victim-rights/notification";
import * as Effect from "effect/Effect";
import * as Result from "effect/Result";
import type { Failing } from "../http/endpoint.ts";
import type { Ports } from "../ports.ts";
import { planEvent } from "./plan-event.ts";

/** What became of an event that was to be recorded. `before`: it was in the record already, with what followed from it then. */
export type Recorded =
  | { readonly key: string; readonly became: "now" | "before" }
  | { readonly key: string; readonly became: "failed"; readonly because: Failing };

type OfEach = Effect.Effect<readonly Recorded[], Failing>;

/**
 * Records events about different people, all in one step where none stands in the way; else one after another, so that one
 * which cannot be recorded keeps no other back. It fails only where the store does not answer.
 */
export const recordEvents = (ports: Ports, events: readonly KeyedEvent[]): OfEach =>
  Effect.gen(function* () {
    const together = events.length > 1 ? yield* Effect.result(recordTogether(ports, events)) : null;
    if (together !== null && Result.isSuccess(together)) return together.success;
    if (together !== null && isUnavailable(together.failure)) return yield* Effect.fail(together.failure);
    return yield* Effect.forEach(events, (each) => recordOne(ports, each));
  });

const recordTogether = (ports: Ports, events: readonly KeyedEvent[]): OfEach =>
  Effect.gen(function* () {
    const batches = yield* Effect.forEach(events, ({ event, idempotencyKey }) =>
      Effect.map(planEvent(ports, event), (batch) => ({ batch, idempotencyKey })),
    );
    yield* ports.obligations.recordEvents(batches);
    yield* Effect.forEach(events, ({ event }) => ports.custody.remember(event), { discard: true });
    return events.map(({ idempotencyKey: key }) => ({ key, became: "now" as const }));
  });

/** Somebody else may write about the same person meanwhile: then it is planned again, so often and no more. */
const MOST_TRIES = 3;

const recordOne = (ports: Ports, { event, idempotencyKey: key }: KeyedEvent): Effect.Effect<Recorded, Failing> =>
  Effect.gen(function* () {
    const failure = yield* failureOf(writeOne(ports, { event, idempotencyKey: key }, MOST_TRIES));
    if (failure !== null && isUnavailable(failure)) return yield* Effect.fail(failure);
    const isThere = failure === null || tagOf(failure) === "IdempotencyKeyReused";
    if (!isThere) return { key, became: "failed" as const, because: failure };
    yield* ports.custody.remember(event);
    return { key, became: failure === null ? ("now" as const) : ("before" as const) };
  });

const writeOne = (ports: Ports, given: KeyedEvent, triesLeft: number): Effect.Effect<RecordedEvent, Failing> =>
  Effect.catch(
    Effect.flatMap(planEvent(ports, given.event), (batch) =>
      ports.obligations.recordEvent(batch, given.idempotencyKey),
    ),
    (failure: Failing) =>
      tagOf(failure) === "RevisionConflict" && triesLeft > 1
        ? writeOne(ports, given, triesLeft - 1)
        : Effect.fail(failure),
  );

const failureOf = <A>(effect: Effect.Effect<A, Failing>): Effect.Effect<Failing | null> =>
  Effect.map(Effect.result(effect), (result) => (Result.isFailure(result) ? result.failure : null));

const tagOf = (failing: Failing): string => ("_tag" in failing ? failing._tag : failing.kind);

const isUnavailable = (failing: Failing): boolean => tagOf(failing) === "StoreUnavailable";
