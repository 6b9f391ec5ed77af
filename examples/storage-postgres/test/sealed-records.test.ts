import { PersonId, type Revision } from "@victim-rights/core";
import { ContactRef } from "@victim-rights/notification";
import { CaseId } from "@victim-rights/restorative-justice";
import { sampleSteps } from "@victim-rights/restorative-justice/testing";
import { LedgerId } from "@victim-rights/restitution";
import { openingWrites } from "@victim-rights/restitution/testing";
import { inMemoryRecordKeys, type KeptKey, RecordShredded } from "@victim-rights-examples/field-encryption";
import * as Cause from "effect/Cause";
import * as Effect from "effect/Effect";
import * as Exit from "effect/Exit";
import { type Kysely, sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { caseStore } from "../src/cases/case-store.ts";
import { contactStore, type KeptContact } from "../src/contacts/contact-store.ts";
import type { Database } from "../src/database/database.ts";
import type { OpenedDatabase } from "../src/database/opened-database.ts";
import { ledgerStore } from "../src/ledger/ledger-store.ts";
import { recordKeyStore, removeOldKeyBytes } from "../src/sealed/record-key-store.ts";
import { caseRecord, ledgerRecord, personRecord } from "../src/sealed/records.ts";
import { SealedValueUnreadable } from "../src/sealed/sealed-value-unreadable.ts";
import { fieldCipherOf } from "../src/sealed/vault-cipher.ts";
import { testDatabases } from "./support/databases.ts";
import { sampleRings, vaultOver } from "./support/sample-vault.ts";
import { contentOf, emptyAll } from "./support/tables.ts";

const run = <Answer, Failure>(effect: Effect.Effect<Answer, Failure>): Promise<Answer> => Effect.runPromise(effect);

/** What a defect was; `null` where there was none. */
const defectOf = async (effect: Effect.Effect<unknown, unknown>): Promise<unknown> => {
  const exit = await Effect.runPromiseExit(effect);
  return Exit.isFailure(exit) ? Cause.squash(exit.cause) : null;
};

/** Driver and process give bytes in classes of their own. */
const plain = (key: KeptKey | null): unknown =>
  key === null || key === "shredded" ? key : { ...key, locked: [...key.locked] };

const locked = (ringKey: string, ...bytes: readonly number[]) => ({ ringKey, locked: Uint8Array.from(bytes) });
const [A, B, C] = [locked("first", 1, 0, 255), locked("first", 2), locked("second", 3)];

const databases = testDatabases().map(({ engine, open }) => {
  let opening: Promise<OpenedDatabase> | null = null;
  return { engine, open: () => (opening ??= open()), close: async () => (await opening)?.close() };
});
afterAll(() => Promise.all(databases.map(({ close }) => close())));

const KEEPERS = [{ engine: "memory", open: async (): Promise<OpenedDatabase | null> => null }, ...databases];

describe.each(KEEPERS)("record keys in $engine", ({ open }) => {
  let opened: OpenedDatabase | null;
  beforeAll(async () => {
    opened = await open();
  });
  const fresh = async () => {
    if (opened === null) return inMemoryRecordKeys();
    await emptyAll(opened.db);
    return recordKeyStore(opened.db);
  };

  test("are kept, found and listed by what locks them", async () => {
    const keys = await fresh();
    const odd = 'person:\u0000 "\ud800';
    expect(await run(keys.find(odd))).toBe(null);
    expect(plain(await run(keys.keepFirst(odd, A)))).toEqual(plain(A));
    expect(plain(await run(keys.find(odd)))).toEqual(plain(A));
    await run(keys.keepFirst("b", C));
    await run(keys.keepFirst("a", B));
    expect((await run(keys.listLockedOtherwise("second", 9))).toSorted()).toEqual(["a", odd].toSorted());
    expect(await run(keys.listLockedOtherwise("second", 1))).toHaveLength(1);
    expect(await run(keys.listLockedOtherwise("first", 9))).toEqual(["b"]);
  });

  test("of many kept at once the first stands, for all", async () => {
    const keys = await fresh();
    const asked = Array.from({ length: 8 }, (_, at) => run(keys.keepFirst("one", locked("first", at))));
    const answers = (await Promise.all(asked)).map((key) => JSON.stringify(plain(key)));
    expect(new Set(answers)).toEqual(new Set([JSON.stringify(plain(await run(keys.find("one"))))]));
  });

  test("are replaced only as they were read, and by one of many", async () => {
    const keys = await fresh();
    await run(keys.keepFirst("one", A));
    expect(await run(keys.replace("one", B, C))).toBe(false);
    expect(await run(keys.replace("one", { ...A, ringKey: "second" }, C))).toBe(false);
    expect(await run(keys.replace("another", A, C))).toBe(false);
    const asked = [5, 6, 7, 8].map((byte) => run(keys.replace("one", A, locked("second", byte))));
    expect((await Promise.all(asked)).filter(Boolean)).toEqual([true]);
    expect(await run(keys.find("one"))).toMatchObject({ ringKey: "second" });
  });

  test("stay shredded, whatever comes after", async () => {
    const keys = await fresh();
    await run(keys.keepFirst("one", A));
    for (const record of ["one", "one", "never kept"]) {
      await run(keys.shred(record));
      expect(await run(keys.find(record))).toBe("shredded");
      expect(await run(keys.keepFirst(record, B))).toBe("shredded");
      expect(await run(keys.replace(record, A, B))).toBe(false);
    }
    expect(await run(keys.listLockedOtherwise("another", 9))).toEqual([]);
  });
});

const [county, town] = [LedgerId.parse("county"), LedgerId.parse("town")];
const steps = sampleSteps("dialogue", CaseId.parse("case-1"));
const person = PersonId.parse("P1");
const contactOf = (ref: string, of: PersonId, value: KeptContact["value"]): KeptContact => ({
  contact: ContactRef.parse(ref),
  person: of,
  method: typeof value === "string" ? "email" : "postal",
  currency: "current",
  preference: 1,
  value,
});

describe.each(databases)("what is sealed on $engine", ({ open }) => {
  const rings = sampleRings();
  let opened: OpenedDatabase;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => rings.remove());

  /** Everything over one ring, with some of each kept. */
  const over = (ring: typeof rings.ring) => {
    const vault = vaultOver(ring, recordKeyStore(opened.db));
    const parts = { db: opened.db, cipher: fieldCipherOf(vault), ring };
    return { vault, ledgers: ledgerStore(parts), cases: caseStore(parts), contacts: contactStore(parts) };
  };
  beforeEach(async () => {
    await emptyAll(opened.db);
    const { ledgers, cases, contacts } = over(rings.ring);
    for (const ledger of [county, town])
      await run(ledgers.appendAll({ ledger, expected: 0 as Revision, writes: openingWrites() }));
    for (const step of steps.slice(0, 2)) await run(cases.append(step));
    await run(contacts.put(contactOf("c-1", person, "ann@example.org")));
    await run(contacts.put(contactOf("c-2", person, ["Ann Sample", "1 Sample Street"])));
    await run(contacts.put(contactOf("c-3", PersonId.parse("P2"), "ann@example.org")));
  });

  test("is read back, and stands nowhere in the clear", async () => {
    const { ledgers, cases, contacts } = over(rings.ring);
    expect((await run(ledgers.read(county, 0 as Revision))).revision).toBe(openingWrites().length);
    expect(
      (await run(cases.read({ programme: "dialogue", case: CaseId.parse("case-1") }, 0 as Revision))).revision,
    ).toBe(2);
    expect(await run(contacts.find(ContactRef.parse("c-2")))).toEqual(
      contactOf("c-2", person, ["Ann Sample", "1 Sample Street"]),
    );
    expect(await run(contacts.find(ContactRef.parse("c-9")))).toBe(null);
    const all = JSON.stringify(await contentOf(opened.db));
    for (const text of ["ann@example.org", "Sample Street", "Name of ann"]) {
      expect(all).not.toContain(text);
      expect(all).not.toContain(Buffer.from(text).toString("hex"));
    }
  });

  test("gets no key for a record that is only read", async () => {
    const { ledgers } = over(rings.ring);
    expect(await run(ledgers.read(LedgerId.parse("nobody's"), 0 as Revision))).toMatchObject({
      revision: 0,
      entries: [],
    });
    expect(await keptRecords(opened.db)).toEqual([
      "case:dialogue:case-1",
      "ledger:county",
      "ledger:town",
      "person:P1",
      "person:P2",
    ]);
  });

  test("is gone with its record's key, and nothing else is", async () => {
    const { vault, ledgers, cases, contacts } = over(rings.ring);
    const one = { programme: "dialogue", case: CaseId.parse("case-1") } as const;
    for (const record of [ledgerRecord(county), caseRecord(one), personRecord(person)]) await run(vault.shred(record));
    expect(await defectOf(ledgers.read(county, 0 as Revision))).toBeInstanceOf(RecordShredded);
    expect(
      await defectOf(ledgers.appendAll({ ledger: county, expected: 9 as Revision, writes: openingWrites() })),
    ).toBeInstanceOf(RecordShredded);
    expect(await defectOf(cases.read(one, 0 as Revision))).toBeInstanceOf(RecordShredded);
    expect(await defectOf(contacts.find(ContactRef.parse("c-1")))).toBeInstanceOf(RecordShredded);
    expect((await run(ledgers.read(town, 0 as Revision))).revision).toBe(openingWrites().length);
    expect(await run(contacts.find(ContactRef.parse("c-3")))).toMatchObject({ value: "ann@example.org" });
    await expect(
      sql`update record_key set ring_key = 'x', locked = '\x01' where record = 'person:P1'`.execute(opened.db),
    ).rejects.toMatchObject({ code: "23001" });
    await expect(sql`delete from record_key`.execute(opened.db)).rejects.toMatchObject({ code: "23001" });
  });

  test("opens with the next ring alone after every key was locked anew, page by page", async () => {
    const { vault, ledgers, contacts } = over(rings.next);
    await run(vault.shred(personRecord(person)));
    const pages = [];
    do pages.push(await run(vault.rotate(3)));
    while (pages.at(-1) !== 0);
    expect(pages).toEqual([3, 1, 0]);
    const { rows } = await sql<{
      readonly ring_key: string | null;
    }>`select distinct ring_key from record_key order by 1`.execute(opened.db);
    expect(rows.map(({ ring_key }) => ring_key)).toEqual(["second", null]);
    expect((await run(ledgers.read(county, 0 as Revision))).revision).toBe(openingWrites().length);
    expect(await run(contacts.find(ContactRef.parse("c-3")))).toMatchObject({ value: "ann@example.org" });
  });

  test("leaves no bytes of a shredded key in the table's file", async () => {
    const record = personRecord(person);
    const kept = await run(recordKeyStore(opened.db).find(record));
    if (kept === null || kept === "shredded") throw new Error("the record has a key");
    const bytes = Buffer.from(kept.locked).toString("hex");
    await run(recordKeyStore(opened.db).shred(record));
    await run(removeOldKeyBytes(opened.db));
    await sql`checkpoint`.execute(opened.db);
    const { rows } = await sql<{ readonly file: string }>`
      select encode(pg_read_binary_file(pg_relation_filepath('record_key')), 'hex') as file`.execute(opened.db);
    expect(rows[0]?.file).toContain(Buffer.from("ledger:town").toString("hex"));
    expect(rows[0]?.file).not.toContain(bytes);
  });

  test("that was moved or changed in the database is a defect with a name, and not a store that is away", async () => {
    const { ledgers, contacts } = over(rings.ring);
    await sql`update contact_point set value = (select value from contact_point where ref = 'c-1') where ref = 'c-2'`.execute(
      opened.db,
    );
    expect(await defectOf(contacts.find(ContactRef.parse("c-2")))).toBeInstanceOf(SealedValueUnreadable);
    await opened.db.transaction().execute(async (transaction) => {
      await sql`set local session_replication_role = replica`.execute(transaction);
      await sql`update ledger_entry set entry = set_byte(entry, 20, get_byte(entry, 20) # 1) where ledger_id = 'county'`.execute(
        transaction,
      );
    });
    expect(await defectOf(ledgers.read(county, 0 as Revision))).toBeInstanceOf(SealedValueUnreadable);
  });

  test("is found by its exact value, and is forgotten with its person", async () => {
    const { contacts } = over(rings.next);
    const sought = { method: "email", value: "ann@example.org" } as const;
    expect((await run(contacts.search(sought))).map(({ contact }) => contact)).toEqual(["c-1", "c-3"]);
    expect(await run(contacts.search({ ...sought, value: "Ann@example.org" }))).toEqual([]);
    expect(await run(contacts.search({ ...sought, method: "postal" }))).toEqual([]);
    await run(contacts.put({ ...contactOf("c-3", PersonId.parse("P2"), "new@example.org"), currency: "stale" }));
    expect((await run(contacts.search(sought))).map(({ contact }) => contact)).toEqual(["c-1"]);
    expect(await run(contacts.ofPerson(PersonId.parse("P2")))).toEqual([
      { contact: "c-3", person: "P2", method: "email", currency: "stale", preference: 1 },
    ]);
    await run(contacts.removeOfPerson(person));
    expect(await run(contacts.search(sought))).toEqual([]);
    expect(await run(contacts.ofPerson(person))).toEqual([]);
  });
});

const keptRecords = async (db: Kysely<Database>): Promise<readonly string[]> => {
  const rows = await db.selectFrom("record_key").select("record").orderBy("record").execute();
  return rows.map(({ record }) => record);
};
