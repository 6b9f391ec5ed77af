import type { EventBatch } from "@victim-rights/notification";
import { sampleBatch } from "@victim-rights/notification/testing";
import * as Effect from "effect/Effect";
import { CompiledQuery, sql } from "kysely";
import { describe, expect, inject, test } from "vitest";
import { healthOf } from "../src/database/health.ts";
import { hashOf, migrate, MigrationDrifted, SchemaNewer } from "../src/database/migrations/migrate.ts";
import { registry as sixth } from "../src/database/migrations/0006-registry.ts";
import { MIGRATIONS } from "../src/database/migrations/migrations.ts";
import { openPostgres } from "../src/database/open-postgres.ts";
import { textKey } from "../src/database/text-key.ts";
import { obligationStore } from "../src/obligations/obligation-store.ts";
import { newDatabase, testDatabases } from "./support/databases.ts";
import { quiet } from "./support/quiet.ts";

/** A migration that ran anywhere is never edited: whoever changes one of these texts changes databases apart. */
const HASHES: readonly string[] = [
  "8617d0aaff99945227e2ea630b0eedd8278dceeda5248be393e4bdf7115c9091",
  "293457d5c42bb4958d15019e8ea0a603c630d620e4119478507bf28710627ec5",
  "8055e3619a9bc3993ab8c2679b0a37519106df045e6fc1e0faf21352eeb9265d",
  "1d5c8ffd7c973c032376fd96ea58d568f12e7d71ea93cde79a37ca558e8f32bc",
  "e8c888aadd4920d59a716bcabb59b28c1e9f90a38be78bfa4d27f20a97197b3d",
  "da8372e1044e0b4c5221b3ddb88d7128a986106d662ac44f5166baf254afe97b",
  "bcb3597bdc758c3567734a7fe441bf2a40259a264af7b97758e671b11cb1e221",
  "3b152e4fcf962b5b86ad164571d4da8f28ca1f1ec1ef3bde2e86478b9c467bde",
  "8dc23406e4fc897f021d99f08966b365a3fc8251b5fd85de33a0fe7192e922e2",
];

describe("the migrations", () => {
  test("are numbered from 1 without gaps, and have the texts that they were released with", () => {
    expect(MIGRATIONS.map(({ number }) => number)).toEqual(MIGRATIONS.map((_, at) => at + 1));
    expect(MIGRATIONS.map(hashOf)).toEqual(HASHES);
  });
});

describe.each(testDatabases())("migrate on $engine", ({ open }) => {
  test("tells an earlier record whom its events are about, where the database can read them", async () => {
    const opened = await open();
    const ids = ["S1", 'S "2"\\', "S\u0000", "S\ud800"];
    for (const id of ids) {
      const event = { ...sampleBatch({}).event, id, supervisedPersonId: id } as EventBatch["event"];
      await Effect.runPromise(obligationStore(opened.db).recordEvent(sampleBatch({ event }), id));
    }
    const about = async () => {
      const rows = await opened.db.selectFrom("recorded_event").select("supervised_id").orderBy("sequence").execute();
      return rows.map(({ supervised_id }) => supervised_id);
    };
    expect(await about()).toEqual(ids.map(textKey));
    await sql`alter table recorded_event drop column supervised_id`.execute(opened.db);
    const statements = sixth.statements.filter((each) => each.includes("recorded_event"));
    for (const each of statements) await opened.db.executeQuery(CompiledQuery.raw(each));
    expect(await about()).toEqual([...ids.slice(0, 2).map(textKey), null, null]);
    await expect(sql`delete from recorded_event`.execute(opened.db)).rejects.toMatchObject({ code: "23001" });
    await opened.close();
  });

  test("runs each migration once, refuses an edited one and a database that is further on", async () => {
    const opened = await open();
    expect(await migrate(opened.db)).toEqual([]);
    expect(await healthOf(opened)).toMatchObject({ answers: true, migrationsMissing: 0, takesWrites: true });
    const edited = MIGRATIONS.map((each) => ({ ...each, statements: [...each.statements, "select 1"] }));
    await expect(migrate(opened.db, edited)).rejects.toBeInstanceOf(MigrationDrifted);
    await expect(migrate(opened.db, MIGRATIONS.slice(0, -1))).rejects.toBeInstanceOf(SchemaNewer);
    const further = { number: MIGRATIONS.length + 1, name: "further", statements: ["create table further (id int)"] };
    const failing = { ...further, statements: [...further.statements, "select no_such_column from further"] };
    await expect(migrate(opened.db, [...MIGRATIONS, failing])).rejects.toMatchObject({ code: "42703" });
    expect(await migrate(opened.db, [...MIGRATIONS, further])).toEqual([further.number]);
    expect(await healthOf(opened)).toMatchObject({ migrationsMissing: -1 });
    await opened.close();
    expect(await healthOf(opened)).toMatchObject({ answers: false, migrationsMissing: null, takesWrites: false });
  });
});

test("of many that start at once on a server, one migrates and all go on", async () => {
  const server = inject("server");
  const url = server === null ? null : await newDatabase(server);
  const started = url === null ? [] : Array.from({ length: 4 }, () => openPostgres({ url, connections: 2 }, quiet));
  for (const opened of await Promise.all(started)) {
    expect(await healthOf(opened)).toMatchObject({ answers: true, migrationsMissing: 0 });
    await opened.close();
  }
  expect(started.length).toBe(server === null ? 0 : 4);
});
