import { IdempotencyKeyReused, type Revision } from "@victim-rights/core";
import {
  type AppendedEntries,
  type AppendEntries,
  type AppendEntriesError,
  checkAppend,
  isSameCommand,
  type LedgerId,
  type LedgerKeeping,
  type LedgerPage,
  type LedgersAsked,
  LedgerStore,
} from "@victim-rights/restitution";
import * as Layer from "effect/Layer";
import * as Result from "effect/Result";
import type { Kysely, Transaction } from "kysely";
import type { Database } from "../database/database.ts";
import { idFromKey, textKey } from "../database/text-key.ts";
import { readIn, transact } from "../database/transact.ts";
import type { FieldCipher } from "../sealed/field-cipher.ts";
import { findCommand, lockHead, readBalances, readEntries, revisionOf, writeAppend } from "./ledger-rows.ts";

/** What the adapters of this package are made from. */
export type StoreParts = { readonly db: Kysely<Database>; readonly cipher: FieldCipher };

/** Ledgers in PostgreSQL or PGlite. */
export const ledgerStore = ({ db, cipher }: StoreParts): LedgerKeeping => ({
  append: (asked) => transact(db, "append to a ledger", (transaction) => append(transaction, cipher, asked)),
  read: (ledger, after) =>
    readIn(db, "read a ledger", async (transaction) => ({
      revision: await revisionOf(transaction, ledger),
      entries: await readEntries(transaction, cipher, { ledger, of: ">", revision: after }),
    })),
  balances: (ledger) =>
    readIn(db, "read the balances of a ledger", async (transaction) => ({
      revision: await revisionOf(transaction, ledger),
      balances: await readBalances(transaction, ledger),
    })),
  list: (asked) => readIn(db, "list ledgers", (transaction) => listLedgers(transaction, asked)),
});

/** The port, kept in a database. */
export const ledgerStoreLayer = (parts: StoreParts): Layer.Layer<LedgerStore> =>
  Layer.succeed(LedgerStore, ledgerStore(parts));

const append = async (
  transaction: Transaction<Database>,
  cipher: FieldCipher,
  asked: AppendEntries,
): Promise<Result.Result<AppendedEntries, AppendEntriesError>> => {
  const { ledger, command, entries } = asked;
  const head = await lockHead(transaction, ledger);
  const given = await findCommand(transaction, cipher, { ledger, id: command.id });
  if (given !== null) {
    if (!isSameCommand(given.command, command)) return Result.fail(new IdempotencyKeyReused({ key: command.id }));
    const { revision } = given;
    return Result.succeed({ revision, entries: await readEntries(transaction, cipher, { ledger, of: "=", revision }) });
  }
  const allowed = checkAppend(asked, head);
  if (Result.isFailure(allowed)) return Result.fail(allowed.failure);
  const revision = (head.revision + 1) as Revision;
  await writeAppend(transaction, cipher, { ledger, revision, command, entries });
  return Result.succeed({ revision, entries });
};

const listLedgers = async (transaction: Transaction<Database>, { after, limit }: LedgersAsked): Promise<LedgerPage> => {
  const rows = await transaction
    .selectFrom("ledger")
    .select(["ledger_id", "revision"])
    .$if(after !== null, (query) => query.where("ledger_id", ">", textKey(after ?? "")))
    .orderBy("ledger_id")
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit).map(({ ledger_id, revision }) => ({
    ledger: idFromKey<LedgerId>(ledger_id),
    revision: revision as Revision,
  }));
  return { ledgers: page, next: rows.length > limit ? (page.at(-1)?.ledger ?? null) : null };
};
