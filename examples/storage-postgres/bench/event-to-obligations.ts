/**
 * Events that owe notices to ten people each, from the feed's row to the commit: planned, opened, and recorded with their
 * deadlines, wake-ups, messages and audit rows; against the same rows written by plain batched inserts.
 */
import type { EventId } from "@victim-rights/core";
import { AuditFact, type EventBatch, NoticeActor, openObligations, planNotices } from "@victim-rights/notification";
import * as Effect from "effect/Effect";
import * as Result from "effect/Result";
import { type Kysely, sql } from "kysely";
import type { Database } from "../src/database/database.ts";
import { obligationStore } from "../src/obligations/obligation-store.ts";
import { benchDatabase, counted, say, timed } from "./bench-database.ts";
import { escapeOf, lawOf, NOW, offenseOf, registrationOf } from "./sample-day.ts";

const EVENTS = Number(process.argv[2] ?? 2_000);
const RECIPIENTS = 10;
const AT_ONCE = 100;
const ROWS_AT_ONCE = 1_000;

const law = lawOf("us-mo");
const by = NoticeActor.parse({ role: "system", id: "bench" });

const numbers = (count: number, from = 0): readonly number[] => Array.from({ length: count }, (_, at) => from + at);

/** What some events lead to, a batch for each. */
const batchesOf = (events: readonly number[]): readonly EventBatch[] => {
  const plan = Result.getOrThrow(
    planNotices({
      law,
      events: events.map(escapeOf),
      registrations: events.flatMap((event) => numbers(RECIPIENTS).map((person) => registrationOf(event, person))),
      offenses: events.map(offenseOf),
      now: NOW,
    }),
  );
  const { obligations } = openObligations({ plan, known: [], by });
  const byEvent = Map.groupBy(obligations, ({ terms }) => terms.subject.eventId);
  return events.map((number) => batchOf(number, byEvent));
};

const batchOf = (number: number, byEvent: ReadonlyMap<EventId, EventBatch["obligations"]>): EventBatch => {
  const event = escapeOf(number);
  const what = { what: "event-recorded", at: NOW, where: "bench", source: "feed", outcome: "done", who: "bench" };
  return {
    event,
    obligations: byEvent.get(event.id) ?? [],
    advances: [],
    tasks: [],
    audit: [AuditFact.parse({ ...what, about: [event.id] })],
  };
};

/** Everything that was recorded, written once more into tables of the same shape with the same indexes. */
const insertPlainly = async (db: Kysely<Database>): Promise<() => Promise<number>> => {
  const { rows: tables } = await sql<{ readonly name: string }>`
    select table_name as name from information_schema.tables where table_schema = 'public'
    and table_name not in ('schema_migration', 'store_order')`.execute(db);
  await sql`create schema plain`.execute(db);
  const copies: { readonly name: string; readonly rows: readonly Readonly<Record<string, unknown>>[] }[] = [];
  for (const { name } of tables) {
    await sql`create table plain.${sql.raw(name)} (like public.${sql.raw(name)} including all excluding identity)`.execute(
      db,
    );
    copies.push({
      name,
      rows: (await sql<Record<string, unknown>>`select * from public.${sql.raw(name)}`.execute(db)).rows,
    });
  }
  return async () => {
    let written = 0;
    for (const { name, rows } of copies)
      for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
        const some = rows.slice(from, from + ROWS_AT_ONCE).map(asColumns);
        await db
          .withSchema("plain")
          .insertInto(name as keyof Database)
          .values(some as never)
          .execute();
        written += some.length;
      }
    return written;
  };
};

/** JSON comes back parsed, and is given as text. */
const asColumns = (row: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, isJson(value) ? JSON.stringify(value) : value]));

const isJson = (value: unknown): boolean =>
  typeof value === "object" && value !== null && !(value instanceof Date) && !(value instanceof Uint8Array);

const { db, close } = await benchDatabase();
const store = obligationStore(db);
batchesOf(numbers(AT_ONCE, 10_000_000));
const singles = batchesOf(numbers(AT_ONCE, 20_000_000));
const keyed = (batch: EventBatch) => ({ batch, idempotencyKey: `event ${batch.event.id}` });
const [, alone] = await timed(() =>
  Effect.runPromise(
    Effect.forEach(singles, (batch) => store.recordEvent(batch, keyed(batch).idempotencyKey), { discard: true }),
  ),
);
say("record, one event a transaction", `${counted(AT_ONCE / alone)} events/s`);
const [batches, planning] = await timed(async () =>
  numbers(EVENTS / AT_ONCE).flatMap((group) => batchesOf(numbers(AT_ONCE, group * AT_ONCE))),
);
const obligations = batches.reduce((sum, batch) => sum + batch.obligations.length, 0);
say(`plan and open, ${AT_ONCE} events at once`, `${counted(EVENTS / planning)} events/s`);
const [, recording] = await timed(() =>
  Effect.runPromise(
    Effect.forEach(
      numbers(EVENTS / AT_ONCE),
      (group) => store.recordEvents(batches.slice(group * AT_ONCE, (group + 1) * AT_ONCE).map(keyed)),
      { discard: true },
    ),
  ),
);
say(
  `record, ${AT_ONCE} events a transaction (${counted(obligations)} obligations)`,
  `${counted(EVENTS / recording)} events/s`,
);
say("plan, open and record", `${counted(EVENTS / (planning + recording))} events/s`);
const write = await insertPlainly(db);
const [rows, took] = await timed(write);
const plain = (took * EVENTS) / (EVENTS + AT_ONCE);
say(
  `the same ${counted(rows)} rows by plain inserts of ${counted(ROWS_AT_ONCE)}`,
  `${counted(EVENTS / plain)} events/s`,
);
say("recording against plain inserts (target: at least 0.33)", (plain / recording).toFixed(2));
await close();
