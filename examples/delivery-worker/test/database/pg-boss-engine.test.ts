import { epochMilliseconds, Instant, instantAt } from "@victim-rights/core";
import { ObligationId } from "@victim-rights/notification";
import type { OpenedPglite } from "@victim-rights-examples/storage-postgres/pglite";
import { newDatabase, openSnapshot } from "@victim-rights-examples/storage-postgres/testing";
import * as Effect from "effect/Effect";
import { Client } from "pg";
import { type Db, TestClock } from "pg-boss";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { throughPgliteClient } from "../../src/job-engine/pg-boss-database.ts";
import { openPgBossEngine, type PgBossAsked, type PgBossEngine } from "../../src/job-engine/pg-boss-engine.ts";
import { type EngineUnderTest, jobEngineContract } from "../job-engine-contract.cases.ts";

const START = Instant.parse("2026-03-02T15:00:00Z");
const noTrouble = (code: string): never => {
  throw new Error(code);
};

let opened: OpenedPglite;
let db: Db;

beforeAll(async () => {
  opened = await openSnapshot();
  db = throughPgliteClient(opened.client);
});
afterAll(() => opened.close());

type Kept = { readonly database: PgBossAsked["database"]; readonly forget: () => Promise<unknown> };

const openUnderTest = async ({
  database,
  forget,
}: Kept): Promise<EngineUnderTest & { readonly engine: PgBossEngine }> => {
  const clock = new TestClock(epochMilliseconds(START));
  const limits = { graceSeconds: 1 };
  const engine = await openPgBossEngine({ database, limits, pollSeconds: 10, onTrouble: noTrouble, clock });
  return {
    engine,
    now: () => instantAt(clock.now()),
    pass: async (seconds) => {
      await clock.tick(seconds * 1000);
      // A handler that ended within the tick has its end written, and what it asked for is taken up.
      await clock.tick(11_000);
    },
    close: async () => {
      await Effect.runPromise(engine.stop);
      await forget();
    },
  };
};

const FORGET = "delete from worker_jobs.job";
const onPglite = () => openUnderTest({ database: { kind: "pglite", db }, forget: () => db.executeSql(FORGET) });

jobEngineContract("pg-boss on PGlite", onPglite);

const server = inject("server");
if (server !== null) {
  const made = newDatabase(server).then((url) => ({ url, client: new Client({ connectionString: url }) }));
  beforeAll(async () => (await made).client.connect().then(() => undefined));
  afterAll(async () => (await made).client.end());
  jobEngineContract(`pg-boss on ${server.how}`, async () => {
    const { url, client } = await made;
    return openUnderTest({ database: { kind: "postgres", url, connections: 3 }, forget: () => client.query(FORGET) });
  });
}

describe("pg-boss on PGlite inside a transaction of the caller's own", () => {
  let under: Awaited<ReturnType<typeof onPglite>>;
  beforeAll(async () => {
    under = await onPglite();
  });
  afterAll(() => under.close());

  const wake = { obligation: ObligationId.parse("n-1"), attempt: 1, at: START };
  const jobs = async (): Promise<readonly unknown[]> =>
    (await db.executeSql("select name, singleton_key, data from worker_jobs.job")).rows;

  test("a wake is there if the transaction commits, and not if it is rolled back", async () => {
    const { within } = under.engine;
    const giveUp = opened.db.transaction().execute(async (transaction) => {
      await Effect.runPromise(within(transaction).wake(wake));
      throw new Error("rolled back");
    });
    await expect(giveUp).rejects.toThrow("rolled back");
    expect(await jobs()).toEqual([]);
    await opened.db.transaction().execute((transaction) => Effect.runPromise(within(transaction).wake(wake)));
    expect(await jobs()).toHaveLength(1);
  });

  test("a job holds the id and the attempt, and nothing else", async () => {
    expect((await jobs()).map((job) => (job as { data: unknown }).data)).toEqual([{ obligation: "n-1", attempt: 1 }]);
  });
});
