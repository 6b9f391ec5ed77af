import type { KeptKey, LockedKey, RecordKeysShape } from "@victim-rights-examples/field-encryption";
import * as Effect from "effect/Effect";
import * as Result from "effect/Result";
import { type Kysely, sql, type Transaction } from "kysely";
import type { Database } from "../database/database.ts";
import { idFromKey, textKey } from "../database/text-key.ts";
import { readIn, transact } from "../database/transact.ts";

/**
 * Locked record keys in PostgreSQL or PGlite. It may be another database than that of the values, whose backups are kept
 * longer. A key that is shredded is gone for every reader at once, and from the table's file by `removeOldKeyBytes`.
 */
export const recordKeyStore = (db: Kysely<Database>): RecordKeysShape => ({
  find: (record) => readIn(db, "find a record key", (transaction) => find(transaction, record)),
  keepFirst: (record, key) =>
    transact(db, "keep a record key", async (transaction) => {
      await transaction
        .insertInto("record_key")
        .values({ record: textKey(record), ring_key: key.ringKey, locked: key.locked })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      return Result.succeed((await find(transaction, record)) ?? key);
    }),
  replace: (record, from, to) =>
    transact(db, "replace a record key", async (transaction) => {
      const { numUpdatedRows } = await transaction
        .updateTable("record_key")
        .set({ ring_key: to.ringKey, locked: to.locked })
        .where("record", "=", textKey(record))
        .where("ring_key", "=", from.ringKey)
        .where("locked", "=", from.locked)
        .executeTakeFirstOrThrow();
      return Result.succeed(numUpdatedRows === 1n);
    }),
  shred: (record) => transact(db, "shred a record key", (transaction) => shred(transaction, record)),
  listLockedOtherwise: (ringKey, limit) =>
    readIn(db, "list record keys", async (transaction) => {
      const rows = await transaction
        .selectFrom("record_key")
        .select("record")
        .where("locked", "is not", null)
        .where("ring_key", "<>", ringKey)
        .orderBy("record")
        .limit(limit)
        .execute();
      return rows.map(({ record }) => idFromKey(record));
    }),
});

/**
 * Writes the table's file anew, without the bytes that shredded and replaced keys left in it: an update only marks them as
 * old. Copies in the write-ahead log and its archive go with those. Everybody waits for it meanwhile.
 */
export const removeOldKeyBytes = (db: Kysely<Database>): Effect.Effect<void> =>
  Effect.promise(async () => void (await sql`vacuum (full) record_key`.execute(db)));

const find = async (transaction: Transaction<Database>, record: string): Promise<KeptKey | null> => {
  const row = await transaction
    .selectFrom("record_key")
    .select(["ring_key", "locked"])
    .where("record", "=", textKey(record))
    .executeTakeFirst();
  return row === undefined ? null : keptKey(row);
};

const keptKey = ({ ring_key, locked }: { readonly ring_key: string | null; readonly locked: Uint8Array | null }) =>
  ring_key === null || locked === null ? "shredded" : ({ ringKey: ring_key, locked } satisfies LockedKey);

/** Once more does nothing: what is shredded stays so. */
const shred = async (transaction: Transaction<Database>, record: string): Promise<Result.Result<void>> => {
  await transaction
    .insertInto("record_key")
    .values({ record: textKey(record), ring_key: null, locked: null })
    .onConflict((conflict) =>
      conflict
        .column("record")
        .doUpdateSet({ ring_key: null, locked: null })
        .where("record_key.locked", "is not", null),
    )
    .execute();
  return Result.succeed(undefined);
};
