import type { Revision } from "@victim-rights/core";
import { feedStoreContract, obligationStoreContract } from "@victim-rights/notification/testing";
import { CASE_STORE_CONTRACT } from "@victim-rights/restorative-justice/testing";
import { LedgerId } from "@victim-rights/restitution";
import { LEDGER_STORE_CONTRACT, openingWrites } from "@victim-rights/restitution/testing";
import * as Effect from "effect/Effect";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { caseStore } from "../src/cases/case-store.ts";
import type { OpenedDatabase } from "../src/database/opened-database.ts";
import { feedStore } from "../src/feeds/feed-store.ts";
import { ledgerStore } from "../src/ledger/ledger-store.ts";
import { obligationStore } from "../src/obligations/obligation-store.ts";
import { testDatabases } from "./support/databases.ts";
import { notACipher } from "./support/not-a-cipher.ts";
import { contentOf, emptyAll } from "./support/tables.ts";

describe.each(testDatabases())("on $engine", ({ open }) => {
  let opened: OpenedDatabase;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());
  const parts = () => ({ db: opened.db, cipher: notACipher });

  test.each(LEDGER_STORE_CONTRACT)("a store of ledgers: $name", async ({ run }) => {
    await expect(run(ledgerStore(parts()))).resolves.toBe(undefined);
  });

  test.each(CASE_STORE_CONTRACT)("a store of cases: $name", async ({ run }) => {
    await expect(run(caseStore(parts()))).resolves.toBe(undefined);
  });

  test.each(obligationStoreContract)("a store of obligations: $name", async ({ run }) => {
    await emptyAll(opened.db);
    await expect(Effect.runPromise(run(obligationStore(opened.db)))).resolves.toBe(undefined);
  });

  test.each(feedStoreContract)("a store of feeds: $name", async ({ run }) => {
    await emptyAll(opened.db);
    await expect(Effect.runPromise(run(feedStore(opened.db)))).resolves.toBe(undefined);
  });

  describe("the schema", () => {
    const ledger = LedgerId.parse("county");
    beforeAll(async () => {
      await emptyAll(opened.db);
      const store = ledgerStore(parts());
      for (const [at, write] of openingWrites().entries())
        await Effect.runPromise(store.append({ ledger, expected: at as Revision, ...write }));
    });

    const post = (...cents: readonly number[]) =>
      opened.db.transaction().execute((transaction) =>
        transaction
          .insertInto("ledger_posting")
          .values(cents.map((each, at) => ({ ledger_id: ledger, seq: 1, line: at + 1, account: "held", cents: each })))
          .execute(),
      );

    test("takes no entry whose postings do not sum to zero, and goes on after refusing one", async () => {
      await expect(post(500, -499)).rejects.toMatchObject({ code: "23514", constraint: "entry_sums_to_zero" });
      const none = await opened.db.selectFrom("ledger_posting").selectAll().execute();
      expect(none).toEqual([]);
      await post(500, -500);
      await expect(
        opened.db
          .insertInto("ledger_posting")
          .values({ ledger_id: ledger, seq: 1, line: 3, account: "held", cents: 1 })
          .execute(),
      ).rejects.toMatchObject({ code: "23514" });
    });

    test.each(["update ledger_entry set revision = 9", "delete from ledger_command", "truncate case_command cascade"])(
      "lets rows of a journal only be added: `%s`",
      async (statement) => {
        await expect(sql.raw(statement).execute(opened.db)).rejects.toMatchObject({ code: "23001" });
      },
    );

    test("holds nobody's name and address in the clear", async () => {
      const all = JSON.stringify(await contentOf(opened.db));
      for (const plain of ["Name of ann", "Street of ann", "Name of first"]) {
        expect(all).not.toContain(plain);
        expect(all).not.toContain(Buffer.from(plain).toString("hex"));
      }
      expect(all).toContain("county");
    });

    test("has no column that could hold a way to reach somebody in the clear", async () => {
      const { rows } = await sql<{ readonly name: string; readonly type: string }>`
      select table_name || '.' || column_name as name, data_type as type from information_schema.columns
      where table_schema = 'public' order by 1`.execute(opened.db);
      const suspicious = /address|phone|email|contact|name$|street|mobile/u;
      expect(rows.filter(({ name }) => suspicious.test(name.split(".")[1] ?? "")).map(({ name }) => name)).toEqual([
        "schema_migration.name",
      ]);
      expect(rows.filter(({ type }) => type === "bytea").map(({ name }) => name)).toEqual([
        "case_command.command",
        "case_command.lines",
        "contact_point.value",
        "contact_point.value_index",
        "first_answer.answer",
        "ledger_command.command",
        "ledger_entry.entry",
        "pending_registration.content",
        "record_key.locked",
        "registered_by.value_index",
        "registration.content",
        "safe_wish.content",
      ]);
    });
  });
});
