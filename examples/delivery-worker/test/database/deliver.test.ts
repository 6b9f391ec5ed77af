import { text } from "node:stream/consumers";
import { NoticeActorId, ObligationStore } from "@victim-rights/notification";
import * as Context from "effect/Context";
import * as Effect from "effect/Effect";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import type { OpenedPglite } from "@victim-rights-examples/storage-postgres/pglite";
import { obligationStore } from "@victim-rights-examples/storage-postgres";
import { Channels } from "../../src/channel/channels.ts";
import { smtpChannel, SmtpConfig } from "../../src/channel/smtp/smtp-channel.ts";
import { ContactBook } from "../../src/contact/contact-book.ts";
import { JobEngine } from "../../src/job-engine/job-engine.ts";
import { throughPgliteClient } from "../../src/job-engine/pg-boss-database.ts";
import { openPgBossEngine } from "../../src/job-engine/pg-boss-engine.ts";
import { passOnWakeUps } from "../../src/pass-on-wake-ups.ts";
import { startWorker } from "../../src/start-worker.ts";
import { AgencyRuleBook } from "../../src/worker/agency-rules.ts";
import { systemClock, WorkerClock } from "../../src/worker/clock.ts";
import { NoticeWriter } from "../../src/worker/notice-writer.ts";
import { jsonLog, WorkerLog } from "../../src/worker/worker-log.ts";
import { Settings, WorkerSettings } from "../../src/worker/worker-settings.ts";
import { POLICY } from "../policy.ts";
import { sampleBook } from "../sample-book.ts";
import { obligationId, opening, openWorld, provideAll, record, START, writer } from "../world.ts";
import { openSnapshot } from "@victim-rights-examples/storage-postgres/testing";

const PERSONS = 4;
let opened: OpenedPglite;
let relay: SMTPServer;
const mails: string[] = [];
let onMail: () => void = () => undefined;

beforeAll(async () => {
  opened = await openSnapshot();
  relay = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData: (stream, { envelope }, answer) => {
      void text(stream).then(() => {
        mails.push(envelope.rcptTo.map(({ address }) => address).join());
        answer();
        onMail();
      });
    },
  });
  await new Promise<void>((resolve) => void relay.listen(0, "127.0.0.1", resolve));
});
afterAll(async () => {
  await new Promise<void>((resolve) => relay.close(resolve));
  await opened.close();
});

test("wake-ups that the store wrote go to the engine once, each for its moment", async () => {
  const world = await openWorld({ persons: 0 });
  const store = obligationStore(opened.db);
  await Effect.runPromise(record(store, [opening(1, LATER), opening(2, LATER)]));
  const pass = () => Effect.runPromise(provideAll(passOnWakeUps(opened.db), { ...world.services, store }));
  expect(await pass()).toBe(2);
  expect(world.jobs.waiting()).toEqual(
    [1, 2].map((number) => ({ obligation: obligationId(number), attempt: 1, at: START })),
  );
  expect(await pass()).toBe(0);
});

test("a worker delivers what the database owes, by a real relay, and leaves no contact value in any table", async () => {
  const store = obligationStore(opened.db);
  await Effect.runPromise(
    record(
      store,
      Array.from({ length: PERSONS }, (_, index) => opening(index + 1, LATER)),
    ),
  );
  const troubles: string[] = [];
  const engine = await openPgBossEngine({
    database: { kind: "pglite", db: throughPgliteClient(opened.client) },
    limits: { graceSeconds: 5 },
    pollSeconds: 0.5,
    onTrouble: (code) => void troubles.push(code),
  });
  const lines: string[] = [];
  const address = relay.server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const config = { host: "127.0.0.1", port, tls: "none", from: "notices@agency.example" };
  const clock = {
    get now() {
      return Effect.runSync(systemClock.now);
    },
  };
  const allSent = new Promise<void>((resolve) => {
    onMail = () => void (mails.length === PERSONS && resolve());
  });
  const services = Context.make(ObligationStore, store).pipe(
    Context.add(JobEngine, engine),
    Context.add(Channels, { email: smtpChannel(SmtpConfig.parse(config)) }),
    Context.add(ContactBook, sampleBook(clock, PERSONS).book),
    Context.add(AgencyRuleBook, { rulesFor: () => ({ policy: POLICY, onDoubt: "second-notice" as const }) }),
    Context.add(NoticeWriter, writer),
    Context.add(WorkerClock, systemClock),
    Context.add(
      WorkerLog,
      jsonLog((line) => void lines.push(line), { worker: "worker-1", now: () => clock.now }),
    ),
    Context.add(Settings, WorkerSettings.parse({ worker: NoticeActorId.parse("worker-1") })),
  );
  const worker = await startWorker(services, { sweepEverySeconds: 1 });
  await allSent;
  await worker.stop();

  expect(mails.toSorted()).toEqual([1, 2, 3, 4].map((person) => `canary${person}@canary.example`));
  const { obligation } = await Effect.runPromise(store.find(obligationId(1)));
  expect(obligation.attempts).toMatchObject([{ attempt: 1, outcome: "sent" }]);
  expect(troubles).toEqual([]);
  expect(lines.join("")).not.toMatch(/canary|"why":"broken"/u);
  const everything = await rowsOfEveryTable();
  expect(everything).toContain("contact-1-email");
  expect(everything).not.toContain("canary");
});

/** The notices are owed in a far year, so that no deadline of theirs has passed on the day of the test. */
const LATER = START.replace("2026", "2199") as typeof START;

const rowsOfEveryTable = async (): Promise<string> => {
  const db = throughPgliteClient(opened.client);
  const tables = await db.executeSql(`
    select format('%I.%I', table_schema, table_name) as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema in ('public', 'worker_jobs')`);
  const names = z.array(z.object({ name: z.string() })).parse(tables.rows);
  const rows = names.map(({ name }) => db.executeSql(`select row_to_json(t)::text as row from ${name} t`));
  return JSON.stringify(await Promise.all(rows));
};
