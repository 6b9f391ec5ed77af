import type { Revision } from "@victim-rights/core";
import { sampleBatch, sampleOpening } from "@victim-rights/notification/testing";
import { LedgerId } from "@victim-rights/restitution";
import { openingWrites } from "@victim-rights/restitution/testing";
import * as Effect from "effect/Effect";
import { sql, type Transaction } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../src/database/database.ts";
import type { OpenedDatabase } from "../src/database/opened-database.ts";
import { ledgerStore } from "../src/ledger/ledger-store.ts";
import { obligationStore } from "../src/obligations/obligation-store.ts";
import { testDatabases } from "./support/databases.ts";
import { notACipher } from "./support/not-a-cipher.ts";
import { emptyAll } from "./support/tables.ts";

const ledger = LedgerId.parse("county");
const UNBALANCED = { code: "23514", constraint: "entry_sums_to_zero" };

type Posting = { readonly seq?: number; readonly line: number; readonly cents: number };

const post = (transaction: Transaction<Database>, ...postings: readonly Posting[]) =>
  transaction
    .insertInto("ledger_posting")
    .values(postings.map(({ seq = 1, line, cents }) => ({ ledger_id: ledger, seq, line, account: "held", cents })))
    .execute();

describe.each(testDatabases())("the schema on $engine", ({ open }) => {
  let opened: OpenedDatabase;
  const inTransaction = <Answer>(work: (transaction: Transaction<Database>) => Promise<Answer>): Promise<Answer> =>
    opened.db.transaction().execute(work);
  beforeAll(async () => {
    opened = await open();
    await emptyAll(opened.db);
    const store = ledgerStore({ db: opened.db, cipher: notACipher });
    for (const [at, write] of openingWrites().entries())
      await Effect.runPromise(store.append({ ledger, expected: at as Revision, ...write }));
    await Effect.runPromise(
      obligationStore(opened.db).recordEvent(sampleBatch({ obligations: [sampleOpening(1)] }), "k1"),
    );
  });
  afterAll(() => opened.close());

  test("takes no posting that another statement is to balance, in the same transaction or a later one", async () => {
    const [debit, credit] = [
      { line: 101, cents: 500 },
      { line: 102, cents: -500 },
    ];
    await expect(inTransaction((transaction) => post(transaction, debit))).rejects.toMatchObject(UNBALANCED);
    await inTransaction(async (transaction) => {
      await sql`savepoint before`.execute(transaction);
      await expect(post(transaction, debit)).rejects.toMatchObject(UNBALANCED);
      await sql`rollback to before`.execute(transaction);
      await expect(post(transaction, credit)).rejects.toMatchObject(UNBALANCED);
      await sql`rollback to before`.execute(transaction);
    });
    await inTransaction((transaction) => post(transaction, debit, credit));
    const lone = inTransaction((transaction) => post(transaction, { line: 103, cents: 1 }));
    await expect(lone).rejects.toMatchObject(UNBALANCED);
  });

  test("sums the postings of each entry alone, and takes none of an entry that is not there", async () => {
    const crossed = [
      { seq: 1, line: 201, cents: 7 },
      { seq: 2, line: 201, cents: -7 },
    ];
    await expect(inTransaction((transaction) => post(transaction, ...crossed))).rejects.toMatchObject(UNBALANCED);
    const stray = [1, 2].map((line) => ({ seq: 999, line, cents: line === 1 ? 7 : -7 }));
    await expect(inTransaction((transaction) => post(transaction, ...stray))).rejects.toMatchObject({
      code: "23503",
      constraint: "posting_of_entry",
    });
  });

  test.each([
    `insert into obligation_entry (obligation_sequence, seq, entry) values (2, 9, '{}'), (999, 1, '{}')`,
    `insert into obligation_deadline (obligation_sequence, basis, due_by) values (2, 'policy', now()), (999, 'law', now())`,
    `insert into wake_up (obligation_sequence, obligation_revision, wake_at) values (2, 1, now()), (999, 1, now())`,
  ])("takes no row of an obligation that is not there: `%s`", async (statement) => {
    await expect(sql.raw(statement).execute(opened.db)).rejects.toMatchObject({
      code: "23503",
      constraint: "of_obligation",
    });
    await sql.raw(statement.replace(/, \(999.*/u, "")).execute(opened.db);
  });

  test.each([
    "delete from obligation",
    "truncate obligation cascade",
    "update obligation set sequence = 77",
    "update wake_up set obligation_sequence = 77",
  ])("leaves an obligation where its rows look for it: `%s`", async (statement) => {
    await expect(sql.raw(statement).execute(opened.db)).rejects.toMatchObject({ code: "23001" });
  });
});
