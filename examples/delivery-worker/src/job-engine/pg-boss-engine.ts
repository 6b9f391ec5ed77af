import * as Effect from "effect/Effect";
import { type Clock, type ConnectionOptions, type Db, fromKysely, type KyselyTransactionLike, PgBoss } from "pg-boss";
import type { z } from "zod";
import { EngineLimits } from "./engine-limits.ts";
import { JobEngineUnavailable, type JobEngineShape, type WakeHandlers } from "./job-engine.ts";
import { type EnginePool, EngineWaits, openEnginePool } from "./pg-boss-pool.ts";
import { settledWithin } from "./settled-within.ts";
import { runHandler } from "./run-handler.ts";
import { Wake, type WakeAt, wakeKey } from "./wake.ts";

/** Two queues are all: every queue costs each process its own polling. */
const LOOK = "look";
const DEAD = "look-dead";

/** Where pg-boss keeps its tables, beside ours and apart from them: dropping it loses nothing. */
const SCHEMA = "worker_jobs";

const DAY_SECONDS = 86_400;

/** How pg-boss is opened. */
export type PgBossAsked = {
  /** A PostgreSQL server, or a PGlite instance through the client that owns it. */
  readonly database:
    | {
        readonly kind: "postgres";
        readonly url: string;
        readonly connections: number;
        readonly waits?: z.input<typeof EngineWaits>;
      }
    | { readonly kind: "pglite"; readonly db: Db };
  readonly limits?: Partial<EngineLimits>;
  /** Between two looks into the queue by one worker that has nothing to do. */
  readonly pollSeconds?: number;
  /** Told of trouble by code; what the library says of it could hold what a row holds. */
  readonly onTrouble: (code: "engine-error" | "wake-unreadable") => void;
  readonly clock?: Clock;
};

/** The engine, and the way to wake inside a transaction of the caller's own. */
export type PgBossEngine = JobEngineShape & {
  /** Wakes that are there if and only if the transaction commits. */
  readonly within: (transaction: KyselyTransactionLike) => Pick<JobEngineShape, "wake">;
};

/** Opens pg-boss and makes its tables and queues where they are missing. @throws what its database throws. */
export const openPgBossEngine = async (asked: PgBossAsked): Promise<PgBossEngine> => {
  const limits = EngineLimits.parse(asked.limits ?? {});
  const connection = connectionOf(asked);
  const boss = new PgBoss({
    db: connection.db,
    backend: asked.database.kind,
    ...(asked.clock === undefined ? {} : { clock: asked.clock }),
    ...SUPERVISION,
    schema: SCHEMA,
  });
  boss.on("error", () => asked.onTrouble("engine-error"));
  const letGo = async (): Promise<void> => {
    const graceMs = limits.graceSeconds * 1000;
    const stopped = boss.stop({ graceful: true, timeout: graceMs }).catch(() => asked.onTrouble("engine-error"));
    // After the grace the library still writes down which jobs it gives up, and a server may not answer that.
    await settledWithin(stopped, graceMs + LAST_WORDS_MS);
    await connection.close();
  };
  let stopping: Promise<void> | null = null;
  const stop = (): Promise<void> => (stopping ??= letGo());
  try {
    await boss.start();
    await makeQueues(boss, limits);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    wake: wakeBy(boss, {}),
    within: (transaction) => ({ wake: wakeBy(boss, { db: fromKysely(transaction) }) }),
    work: (handlers) => answering("work", () => beginWork(boss, handlers, { ...asked, limits })),
    stop: Effect.promise(stop),
  };
};

/** How long a stop waits, past its grace, for the library to write down what it gives up. */
const LAST_WORDS_MS = 3_000;

const SUPERVISION = {
  superviseIntervalSeconds: 30,
  monitorIntervalSeconds: 30,
  schedule: false,
  openTelemetry: { enabled: false },
} as const;

/** The way to the database, and how to let go of it; a PGlite instance is somebody else's to close. */
const connectionOf = ({
  database,
  onTrouble,
}: PgBossAsked): { readonly db: Db; readonly close: () => Promise<void> } => {
  if (database.kind === "pglite") return { db: database.db, close: async () => undefined };
  const { url, connections, waits } = database;
  const broke = (): void => onTrouble("engine-error");
  const pool: EnginePool = openEnginePool({
    url,
    connections,
    waits: EngineWaits.parse(waits ?? {}),
    onTrouble: broke,
  });
  return { db: pool, close: pool.close };
};

const makeQueues = async (boss: PgBoss, { expireSeconds, retries, retrySeconds }: EngineLimits): Promise<void> => {
  const common = {
    expireInSeconds: expireSeconds,
    retryDelay: retrySeconds,
    retryBackoff: true,
    retryDelayMax: 300,
    deleteAfterSeconds: DAY_SECONDS,
  };
  const dead = { ...common, retryLimit: 100 };
  const look = { ...common, retryLimit: retries, deadLetter: DEAD };
  await boss.createQueue(DEAD, dead);
  await boss.createQueue(LOOK, { ...look, policy: "short" });
  await boss.updateQueue(DEAD, dead);
  await boss.updateQueue(LOOK, look);
};

const answering = <Answer>(during: string, run: () => Promise<Answer>): Effect.Effect<void, JobEngineUnavailable> =>
  Effect.asVoid(Effect.tryPromise({ try: run, catch: () => new JobEngineUnavailable({ during }) }));

const wakeBy = (boss: PgBoss, on: ConnectionOptions): JobEngineShape["wake"] => {
  const wake = async ({ at, ...given }: WakeAt): Promise<void> => {
    const data = Wake.parse(given);
    const key = wakeKey(data);
    const startAfter = new Date(at);
    const waiting = await boss.findJobs(LOOK, { key, queued: true, ...on });
    if (waiting.some((job) => job.state === "retry" || job.startAfter <= startAfter)) return;
    if (waiting.length > 0) {
      const { updated } = await boss.update(LOOK, data, { singletonKey: key, startAfter, ...on });
      if (updated > 0) return;
    }
    await boss.send(LOOK, data, { singletonKey: key, startAfter, ...on });
  };
  return (asked) => answering("wake", () => wake(asked));
};

const beginWork = async (
  boss: PgBoss,
  { look, dead }: WakeHandlers,
  { limits, pollSeconds, onTrouble }: PgBossAsked & { readonly limits: EngineLimits },
): Promise<void> => {
  const begin = (queue: string, handler: WakeHandlers["look"], localConcurrency: number): Promise<string> =>
    boss.work(queue, { batchSize: 1, localConcurrency, pollingIntervalSeconds: pollSeconds ?? 2 }, async (jobs) => {
      for (const { data } of jobs) {
        const wake = Wake.safeParse(data);
        if (wake.success) await runHandler(handler, wake.data);
        else onTrouble("wake-unreadable");
      }
    });
  await begin(LOOK, look, limits.concurrency);
  await begin(DEAD, dead, 1);
};
