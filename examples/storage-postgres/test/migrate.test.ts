import { describe, expect, inject, test } from "vitest";
import { healthOf } from "../src/database/health.ts";
import { hashOf, migrate, MigrationDrifted, SchemaNewer } from "../src/database/migrations/migrate.ts";
import { MIGRATIONS } from "../src/database/migrations/migrations.ts";
import { openPostgres } from "../src/database/open-postgres.ts";
import { newDatabase, testDatabases } from "./support/databases.ts";
import { quiet } from "./support/quiet.ts";

/** A migration that ran anywhere is never edited: whoever changes one of these texts changes databases apart. */
const HASHES: readonly string[] = [
  "8617d0aaff99945227e2ea630b0eedd8278dceeda5248be393e4bdf7115c9091",
  "293457d5c42bb4958d15019e8ea0a603c630d620e4119478507bf28710627ec5",
  "8055e3619a9bc3993ab8c2679b0a37519106df045e6fc1e0faf21352eeb9265d",
  "1d5c8ffd7c973c032376fd96ea58d568f12e7d71ea93cde79a37ca558e8f32bc",
  "e8c888aadd4920d59a716bcabb59b28c1e9f90a38be78bfa4d27f20a97197b3d",
];

describe("the migrations", () => {
  test("are numbered from 1 without gaps, and have the texts that they were released with", () => {
    expect(MIGRATIONS.map(({ number }) => number)).toEqual(MIGRATIONS.map((_, at) => at + 1));
    expect(MIGRATIONS.map(hashOf)).toEqual(HASHES);
  });
});

describe.each(testDatabases())("migrate on $engine", ({ open }) => {
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
