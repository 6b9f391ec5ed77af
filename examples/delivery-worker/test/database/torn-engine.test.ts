import { EventEmitter, once } from "node:events";
import { ObligationStore, type ObligationStoreShape } from "@victim-rights/notification";
import { sampleBatch } from "@victim-rights/notification/testing";
import * as Context from "effect/Context";
import * as Effect from "effect/Effect";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { obligationStore, type OpenedDatabase, openPostgres } from "@victim-rights-examples/storage-postgres";
import { newDatabase, quiet } from "@victim-rights-examples/storage-postgres/testing";
import { Channels } from "../../src/channel/channels.ts";
import { ContactBook } from "../../src/contact/contact-book.ts";
import { JobEngine } from "../../src/job-engine/job-engine.ts";
import { openPgBossEngine } from "../../src/job-engine/pg-boss-engine.ts";
import { passOnWakeUps } from "../../src/pass-on-wake-ups.ts";
import { type RunningWorker, startWorker } from "../../src/start-worker.ts";
import { AgencyRuleBook } from "../../src/worker/agency-rules.ts";
import { systemClock, WorkerClock } from "../../src/worker/clock.ts";
import { NoticeWriter } from "../../src/worker/notice-writer.ts";
import { type LogLine, WorkerLog } from "../../src/worker/worker-log.ts";
import { Settings, WorkerSettings } from "../../src/worker/worker-settings.ts";
import { FakeProvider } from "../fake-provider.ts";
import { POLICY } from "../policy.ts";
import { sampleBook } from "../sample-book.ts";
import { opening, START, writer } from "../world.ts";
import { TornNetwork } from "./torn-network.ts";

const server = inject("server");
const PERSONS = 8;
/** So short that a test can wait for them to pass. */
const WAITS = { connectMs: 300, statementMs: 500, silentMs: 800, closeMs: 100 };
/** What every statement about jobs says. */
const JOBS = "worker_jobs.job";
const WITHIN = { timeout: 60_000 };
/** The notices are owed in a far year, so that no deadline of theirs has passed on the day of the test. */
const LATER = START.replace("2026", "2199") as typeof START;

test("the engine's line is torn where the run has a server", () => {
  expect(server === null || server.how !== "").toBe(true);
});

describe.each(server === null ? [] : [server])("a worker whose job engine on $how is torn off", (server) => {
  let network: TornNetwork;
  let direct: OpenedDatabase;
  let store: ObligationStoreShape;
  let worker: RunningWorker;
  const provider = new FakeProvider();
  const lines: LogLine[] = [];
  const news = new EventEmitter();
  let troubles = 0;

  /** Waits, for as long as it takes, until something holds that a line of the log or a trouble of the engine may bring about. */
  const until = async (holds: () => boolean): Promise<void> => {
    while (!holds()) await once(news, "told");
  };
  const unavailable = (): number => lines.filter(({ why }) => why === "job-engine-unavailable").length;
  const reached = (): number => new Set(provider.sends.map(({ to }) => String(to))).size;
  const owe = (from: number, to: number) => {
    const obligations = Array.from({ length: to - from + 1 }, (_, index) => opening(from + index, LATER));
    return Effect.runPromise(store.recordEvent({ ...sampleBatch(), obligations }, `from-${from}`));
  };

  beforeAll(async () => {
    const url = await newDatabase(server);
    direct = await openPostgres({ url, connections: 4 }, quiet);
    store = obligationStore(direct.db);
    const torn = await TornNetwork.open(url);
    network = torn.network;
    const engine = await openPgBossEngine({
      database: { kind: "postgres", url: torn.url, connections: 3, waits: WAITS },
      limits: { graceSeconds: 1 },
      pollSeconds: 0.5,
      onTrouble: () => {
        troubles += 1;
        news.emit("told");
      },
    });
    const clock = {
      get now() {
        return Effect.runSync(systemClock.now);
      },
    };
    const hear = (line: LogLine) =>
      Effect.sync(() => {
        lines.push(line);
        news.emit("told");
      });
    const services = Context.make(ObligationStore, store).pipe(
      Context.add(JobEngine, engine),
      Context.add(Channels, { email: provider.channel("email") }),
      Context.add(ContactBook, sampleBook(clock, PERSONS).book),
      Context.add(AgencyRuleBook, { rulesFor: () => ({ policy: POLICY, onDoubt: "second-notice" as const }) }),
      Context.add(NoticeWriter, writer),
      Context.add(WorkerClock, systemClock),
      Context.add(WorkerLog, { write: hear }),
      Context.add(Settings, WorkerSettings.parse({ worker: "worker-1" })),
    );
    worker = await startWorker(services, { sweepEverySeconds: 1, first: passOnWakeUps(direct.db) });
  });
  afterAll(async () => {
    await worker.stop();
    await network.close();
    await direct.close();
  });

  test("loses nothing while the line is away, and goes on by itself", WITHIN, async () => {
    await owe(1, 2);
    await until(() => reached() === 2);
    network.goAway();
    await owe(3, 4);
    await until(() => unavailable() > 0 && troubles > 0);
    expect(reached()).toBe(2);
    network.heal();
    await until(() => reached() === 4);
    expect(reached()).toBe(4);
  });

  test("gives up a line on which its question was swallowed, and asks again on another", WITHIN, async () => {
    const before = unavailable() + troubles;
    await network.tear({ during: JOBS, at: JOBS, how: "hole" });
    await owe(5, 6);
    await until(() => reached() === 6 && unavailable() + troubles > before);
    expect(reached()).toBe(6);
  });

  test("goes on after everything was swallowed for a while", WITHIN, async () => {
    const before = { unavailable: unavailable(), troubles };
    network.swallow();
    await owe(7, 8);
    await until(() => unavailable() > before.unavailable && troubles > before.troubles);
    network.heal();
    await until(() => reached() === 8);
    expect(reached()).toBe(8);
  });

  test("stops although nobody answers, and has sent nothing twice", WITHIN, async () => {
    network.swallow();
    await worker.stop();
    expect(lines.at(-1)?.event).toBe("worker-stopped");
    const keys = provider.sends.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toHaveLength(PERSONS);
    expect(lines.filter(({ why }) => why === "broken")).toEqual([]);
  });
});
