/**
 * A worker in this process for some minutes, with a stream of obligations that all come to an end, and what memory it holds
 * at each tenth of the time; last the slope over the second half, by which a leak would show. On a PostgreSQL server of its
 * own where this machine has one, else on PGlite in memory, whose tables are then part of what is measured.
 *
 *     node --expose-gc bench/soak.ts [minutes] [pglite]
 */
import { setTimeout as wait } from "node:timers/promises";
import { type CustodyEvent, EventId, type Instant, instantAt } from "@victim-rights/core";
import { ObligationStore, OpenedEntry, RecordRef } from "@victim-rights/notification";
import { sampleBatch } from "@victim-rights/notification/testing";
import * as Context from "effect/Context";
import * as Effect from "effect/Effect";
import * as Exit from "effect/Exit";
import * as Redacted from "effect/Redacted";
import { obligationStore, type OpenedDatabase, openPostgres } from "@victim-rights-examples/storage-postgres";
import { startServer } from "@victim-rights-examples/storage-postgres/testing/server";
import type { ChannelShape, Message } from "../src/channel/channel.ts";
import { Channels } from "../src/channel/channels.ts";
import { ContactBook } from "../src/contact/contact-book.ts";
import { JobEngine } from "../src/job-engine/job-engine.ts";
import { throughPgliteClient } from "../src/job-engine/pg-boss-database.ts";
import { openPgBossEngine, type PgBossAsked } from "../src/job-engine/pg-boss-engine.ts";
import { passOnWakeUps } from "../src/pass-on-wake-ups.ts";
import { startWorker } from "../src/start-worker.ts";
import { AgencyRuleBook } from "../src/worker/agency-rules.ts";
import { systemClock, WorkerClock } from "../src/worker/clock.ts";
import { NoticeWriter } from "../src/worker/notice-writer.ts";
import { type LogLine, WorkerLog } from "../src/worker/worker-log.ts";
import { Settings, WorkerSettings } from "../src/worker/worker-settings.ts";
import { agency } from "../test/kill/agency.ts";
import { confirmation, obligationId, opening, writer } from "../test/world.ts";

const MINUTES = Number(process.argv[2] ?? 10);
const EMBEDDED = process.argv[3] === "pglite";
/** How many obligations come up at once, and how often: fewer than four looks at a time, polling twice a second, can take. */
const AT_ONCE = 3;
const EVERY_MS = 500;
const TENTHS = 10;
/** Of so many persons one never confirms, and ends with a person of the agency. */
const SILENT = 10;

const now = (): Instant => instantAt(Date.now());

/** A notice that is owed promptly: every telephone is tried at once, until somebody confirms. */
const prompt = (number: number): OpenedEntry => {
  const entry = opening(number);
  const grounds = entry.terms.grounds.map((ground) => ({ ...ground, closes: null, symbolic: "promptly" }));
  return OpenedEntry.parse({ ...entry, terms: { ...entry.terms, grounds, deadline: { law: null, policy: null } } });
};

const eventOf = (number: number): CustodyEvent => ({ ...sampleBatch().event, id: EventId.parse(`soak-${number}`) });

type Opened = {
  readonly opened: OpenedDatabase;
  readonly boss: PgBossAsked["database"];
  readonly how: string;
  readonly close: () => Promise<void>;
};

const openDatabase = async (): Promise<Opened> => {
  const server = EMBEDDED ? null : startServer({ fsync: "on" });
  if (server === null) {
    // Loaded only when it is used: it takes more memory than the worker.
    const { openPglite } = await import("@victim-rights-examples/storage-postgres/pglite");
    const opened = await openPglite({ directory: null });
    const boss = { kind: "pglite", db: throughPgliteClient(opened.client) } as const;
    return { opened, boss, how: "PGlite in memory", close: opened.close };
  }
  const opened = await openPostgres({ url: server.url });
  const close = async (): Promise<void> => {
    await opened.close();
    server.stop();
  };
  return { opened, boss: { kind: "postgres", url: server.url, connections: 4 }, how: server.how, close };
};

/** What is counted while the worker runs. Nothing here may grow: it would be taken for the worker's. */
const counts = { opened: 0, sent: 0, confirmed: 0, handedOver: 0, troubles: 0 };

const count = ({ event, why }: LogLine): void => {
  if (event === "step-recorded" && why === "hand-to-person") counts.handedOver += 1;
  if (event === "trouble" || event === "look-failed") counts.troubles += 1;
};

const { opened, boss, how, close } = await openDatabase();
const store = obligationStore(opened.db);

/** The person confirms, unless somebody moved their obligation meanwhile. */
const confirm = async (number: number): Promise<void> => {
  const { obligation, revision } = await Effect.runPromise(store.find(obligationId(number)));
  if (obligation.closedBy !== null) return;
  const command = confirmation(now() > obligation.lastAt ? now() : obligation.lastAt, `${number}`);
  const advance = { obligation: obligation.id, expected: revision, command };
  if (Exit.isSuccess(await Effect.runPromiseExit(store.advance(advance)))) counts.confirmed += 1;
};

/** Whose telephone it is, as the sample agency makes numbers. */
const personAt = ({ recipient }: Message<"sms">): number => Number(Redacted.value(recipient.value).slice(5, 11));

/** Takes everything and remembers only how often. All but the silent persons confirm what reaches them, at once. */
const channel: ChannelShape<"sms"> = {
  method: "sms",
  canBeAsked: false,
  send: (message, key) =>
    Effect.promise(async () => {
      counts.sent += 1;
      const number = personAt(message);
      if (number % SILENT !== 0) await confirm(number);
      return { kind: "sent", receipt: RecordRef.parse(`soak:${key}`), delivered: false };
    }),
  ask: () => Effect.succeed({ kind: "cannot-tell" }),
};

const engine = await openPgBossEngine({
  database: boss,
  pollSeconds: 0.5,
  onTrouble: () => void (counts.troubles += 1),
});
const services = Context.make(ObligationStore, store).pipe(
  Context.add(JobEngine, engine),
  Context.add(Channels, { sms: channel }),
  Context.add(ContactBook, agency.contactBook),
  Context.add(AgencyRuleBook, { rulesFor: agency.rulesFor }),
  Context.add(NoticeWriter, writer),
  Context.add(WorkerClock, systemClock),
  Context.add(WorkerLog, { write: (line) => Effect.sync(() => count(line)) }),
  Context.add(Settings, WorkerSettings.parse({ worker: "soak" })),
);

const openSome = async (): Promise<void> => {
  const obligations = Array.from({ length: AT_ONCE }, (_, index) => prompt(counts.opened + index + 1));
  const event = eventOf(counts.opened);
  await Effect.runPromise(store.recordEvent({ event, obligations, advances: [], tasks: [], audit: [] }, event.id));
  counts.opened += AT_ONCE;
};

type Held = { readonly minute: number; readonly heap: number; readonly rss: number };

const MEGABYTE = 2 ** 20;

const held = (started: number): Held => {
  globalThis.gc?.();
  const { heapUsed, rss } = process.memoryUsage();
  return { minute: (performance.now() - started) / 60_000, heap: heapUsed / MEGABYTE, rss: rss / MEGABYTE };
};

const say = ({ minute, heap, rss }: Held): void =>
  console.log(
    `  ${minute.toFixed(2).padStart(6)} min  heap used ${heap.toFixed(1).padStart(6)} MB  rss ${rss.toFixed(1).padStart(6)} MB  ` +
      `opened ${counts.opened}, sent ${counts.sent}, confirmed ${counts.confirmed}, with a person ${counts.handedOver}, troubles ${counts.troubles}`,
  );

/** Megabytes a minute, by least squares. */
const slope = (points: readonly Held[], of: "heap" | "rss"): number => {
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(points.map(({ minute }) => minute)), mean(points.map((point) => point[of]))];
  const along = points.reduce((sum, point) => sum + (point.minute - x) * (point[of] - y), 0);
  return along / points.reduce((sum, { minute }) => sum + (minute - x) ** 2, 0);
};

const soak = async (): Promise<readonly Held[]> => {
  const started = performance.now();
  const points = [held(started)];
  points.forEach(say);
  for (let tenth = 1; tenth <= TENTHS; tenth += 1) {
    while (performance.now() - started < (MINUTES * 60_000 * tenth) / TENTHS) {
      await openSome();
      await wait(EVERY_MS);
    }
    const point = held(started);
    points.push(point);
    say(point);
  }
  return points;
};

console.log(
  `worker for ${MINUTES} min on ${how}, node ${process.version}, ${AT_ONCE} obligations every ${EVERY_MS} ms`,
);
if (globalThis.gc === undefined) console.log("  without --expose-gc: what could be collected is counted as held");
const worker = await startWorker(services, { sweepEverySeconds: 1, first: passOnWakeUps(opened.db) });
const points = await soak();
await worker.stop();
const second = points.slice(TENTHS / 2);
console.log(
  `  slope over the second half: heap used ${slope(second, "heap").toFixed(2)} MB/min, rss ${slope(second, "rss").toFixed(2)} MB/min`,
);
await close();
