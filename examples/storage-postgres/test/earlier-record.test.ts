import { type Instant, IdempotencyKeyReused } from "@victim-rights/core";
import { advanceOf, handOver, sampleBatch, sampleOpening } from "@victim-rights/notification/testing";
import * as Effect from "effect/Effect";
import * as Result from "effect/Result";
import { type Kysely, sql } from "kysely";
import { describe, expect, test } from "vitest";
import type { Database } from "../src/database/database.ts";
import { migrate } from "../src/database/migrations/migrate.ts";
import { MIGRATIONS } from "../src/database/migrations/migrations.ts";
import { obligationStore } from "../src/obligations/obligation-store.ts";
import { rowKey } from "../src/obligations/row-key.ts";
import { takeWakeUps } from "../src/taking/take-wake-ups.ts";
import { testDatabases } from "./support/databases.ts";

const [one, two] = [sampleOpening(1), sampleOpening(2)];
const DUE = "2026-03-02T00:00:00.000Z" as Instant;

/** What the program wrote before the eighth migration: rows by the digest of the obligation's id, and batches whole. */
const writeAsBefore = async (db: Kysely<Database>): Promise<void> => {
  const batch = sampleBatch({ obligations: [one, two] });
  const ids = [one.obligation, two.obligation];
  const answer = { event: batch.event.id, revision: 1, sequence: 1, opened: ids, alreadyOpen: [], tasks: [] };
  const [given, answered] = [batch, answer].map((each) => JSON.stringify(each));
  await sql`update store_order set last = 3`.execute(db);
  await sql`insert into recorded_event (batch_key, sequence, event_id, event_revision, batch, answer)
    values (${rowKey("k1")}, 1, 'E1', 1, ${given}, ${answered})`.execute(db);
  for (const [at, entry] of [one, two].entries()) {
    const key = rowKey(entry.obligation);
    await sql`insert into obligation values (${key}, ${at + 2}, 1, 'planned', 'P', ${DUE})`.execute(db);
    await sql`insert into obligation_entry values (${key}, 1, ${JSON.stringify(entry)})`.execute(db);
    await sql`insert into obligation_deadline values (${key}, 'law', ${DUE})`.execute(db);
    await sql`insert into wake_up (obligation_key, obligation_revision, wake_at) values (${key}, 1, ${DUE})`.execute(
      db,
    );
  }
};

describe.each(testDatabases())("an earlier record on $engine", ({ open }) => {
  test("is read, answered and gone on with as before, and its rows are still only added", async () => {
    const { db, close } = await open();
    await sql`drop schema public cascade`.execute(db);
    await sql`create schema public`.execute(db);
    await migrate(db, MIGRATIONS.slice(0, 7));
    await writeAsBefore(db);
    expect(await migrate(db)).toEqual(MIGRATIONS.slice(7).map(({ number }) => number));
    for (const table of ["obligation_entry", "obligation_deadline"])
      await expect(sql`delete from ${sql.table(table)}`.execute(db)).rejects.toMatchObject({ code: "23001" });
    const store = obligationStore(db);
    const found = await Effect.runPromise(store.find(two.obligation));
    expect(found).toMatchObject({ sequence: 3, revision: 1, obligation: { id: two.obligation } });
    const given = await Effect.runPromise(store.recordEvent(sampleBatch({ obligations: [one, two] }), "k1"));
    expect(given).toMatchObject({ sequence: 1, opened: [one.obligation, two.obligation] });
    const other = await Effect.runPromise(Effect.result(store.recordEvent(sampleBatch({ obligations: [one] }), "k1")));
    expect(other).toEqual(Result.fail(new IdempotencyKeyReused({ key: "k1" })));
    const woken = await Effect.runPromise(takeWakeUps(db, { limit: 9, now: DUE, forMs: 1 }));
    expect(woken.map(({ obligation }) => obligation)).toEqual([one.obligation, two.obligation]);
    await Effect.runPromise(store.advance(advanceOf(one, 1, handOver())));
    const deadlines = await db.selectFrom("obligation_deadline").selectAll().orderBy("obligation_sequence").execute();
    expect(deadlines.map(({ obligation_sequence }) => obligation_sequence)).toEqual([2, 3]);
    await close();
  });
});
