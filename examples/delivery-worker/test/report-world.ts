import { type Instant, Revision } from "@victim-rights/core";
import {
  type AttemptKey,
  type NoticeAttempt,
  type Obligation,
  ObligationCommand,
  ObligationStore,
  type ObligationStoreShape,
  RecordRef,
} from "@victim-rights/notification";
import { inMemoryObligationStore } from "@victim-rights/notification/testing";
import * as Effect from "effect/Effect";
import { type IdempotencyKey, idempotencyKeyOf } from "../src/channel/idempotency-key.ts";
import type { DeliveryReport } from "../src/receipt/delivery-report.ts";
import { SendFinder } from "../src/receipt/take-report.ts";
import { WorkerClock } from "../src/worker/clock.ts";
import { type LogLine, WorkerLog } from "../src/worker/worker-log.ts";
import { later, obligationId, opening, record, START } from "./world.ts";

/** A record with one obligation of which some attempts were made and claimed, as far as reports need one. */
export type ReportWorld = {
  readonly store: ObligationStoreShape;
  readonly lines: LogLine[];
  readonly clock: { now: Instant };
  readonly keys: readonly IdempotencyKey[];
  readonly obligation: () => Promise<Obligation>;
  readonly run: <Answer, Failure>(
    work: Effect.Effect<Answer, Failure, ObligationStore | SendFinder | WorkerClock | WorkerLog>,
  ) => Promise<Answer>;
};

const by = { role: "system", id: "worker-1" };

/** What a provider says of a send. */
export const report = (key: IdempotencyKey, given: Partial<Omit<DeliveryReport, "key">> = {}): DeliveryReport => ({
  key,
  at: later(START, 300),
  record: RecordRef.parse("report-1"),
  said: { kind: "delivered" },
  ...given,
});

/** Opens a record with so many attempts, a minute apart, by mail. */
export const reportWorld = async (attempts = 1): Promise<ReportWorld> => {
  const store = inMemoryObligationStore();
  await Effect.runPromise(record(store, [opening(1)]));
  const sends = Array.from({ length: attempts }, (_, index): AttemptKey => ({ ...SEND, attempt: index + 1 }));
  for (const { attempt } of sends) await make(store, attempt);
  const lines: LogLine[] = [];
  const clock = { now: later(START, 3600) };
  const find = (key: IdempotencyKey) => Effect.succeed(sends.find((send) => idempotencyKeyOf(send) === key) ?? null);
  return {
    store,
    lines,
    clock,
    keys: sends.map(idempotencyKeyOf),
    obligation: async () => (await Effect.runPromise(store.find(SEND.obligation))).obligation,
    run: (work) =>
      Effect.runPromise(
        work.pipe(
          Effect.provideService(ObligationStore, store),
          Effect.provideService(SendFinder, { find }),
          Effect.provideService(WorkerClock, { now: Effect.sync(() => clock.now) }),
          Effect.provideService(WorkerLog, { write: (line) => Effect.sync(() => void lines.push(line)) }),
        ),
      ),
  };
};

/** The first attempt's send, without its number. */
export const SEND = { obligation: obligationId(1), channel: "email" } as const;

/** Schedules an attempt and makes it, a minute after the one before. */
export const make = async (store: ObligationStoreShape, attempt: number): Promise<void> => {
  const at = later(START, attempt * 60);
  const common = { attempt, method: "email", contact: "contact-1-email", reason: "due", at, by };
  for (const command of [
    { act: "schedule", id: `schedule-${attempt}`, for: at, ...common },
    { act: "attempt", id: `attempt-${attempt}`, safeContactCheckedAt: at, ...common },
  ]) {
    const { revision } = await Effect.runPromise(store.find(SEND.obligation));
    const advance = {
      obligation: SEND.obligation,
      expected: Revision.parse(revision),
      command: ObligationCommand.parse(command),
    };
    await Effect.runPromise(store.advance(advance));
  }
};

/** What became of each attempt. */
export const outcomesOf = ({ attempts }: { readonly attempts: readonly NoticeAttempt[] }) =>
  attempts.map(({ outcome }) => outcome);
