import { IdempotencyKeyReused, invariant, type Revision } from "@victim-rights/core";
import {
  type AppendedEntries,
  type AppendEntriesError,
  type AppendMany,
  checkAppend,
  isSameCommand,
  type LedgerHead,
  type LedgerId,
  type LedgerKeeping,
  type LedgerPage,
  type LedgersAsked,
  LedgerStore,
} from "@victim-rights/restitution";
import * as Effect from "effect/Effect";
import * as Layer from "effect/Layer";
import * as Result from "effect/Result";
import type { Kysely, Transaction } from "kysely";
import type { Database } from "../database/database.ts";
import { idFromKey, textKey } from "../database/text-key.ts";
import { readIn, transact } from "../database/transact.ts";
import type { FieldCipher, RecordWriter } from "../sealed/field-cipher.ts";
import { ledgerRecord } from "../sealed/records.ts";
import { withRecord } from "../sealed/with-record.ts";
import {
  findCommands,
  type KnownCommand,
  type LedgerWrite,
  lockHead,
  readBalances,
  readEntries,
  revisionOf,
  writeAppends,
} from "./ledger-rows.ts";

/** What the adapters of this package are made from. */
export type StoreParts = { readonly db: Kysely<Database>; readonly cipher: FieldCipher };

/** Ledgers in PostgreSQL or PGlite. */
export const ledgerStore = ({ db, cipher }: StoreParts): LedgerKeeping => ({
  append: ({ ledger, expected, ...write }) =>
    Effect.map(appendMany({ db, cipher }, { ledger, expected, writes: [write] }), ([only]) => {
      invariant(only !== undefined, "one write has one answer");
      return only;
    }),
  appendAll: (asked) => appendMany({ db, cipher }, asked),
  read: (ledger, after) =>
    withRecord(
      () => cipher.toRead(ledgerRecord(ledger)),
      (own) =>
        readIn(db, "read a ledger", async (transaction) => ({
          revision: await revisionOf(transaction, ledger),
          entries: await readEntries(transaction, own, { ledger, of: ">", revision: after }),
        })),
    ),
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

const appendMany = ({ db, cipher }: StoreParts, asked: AppendMany) =>
  withRecord(
    () => cipher.toWrite(ledgerRecord(asked.ledger)),
    (own) => transact(db, "append to a ledger", (transaction) => append(transaction, own, asked)),
  );

/** Every command is looked up and checked before the first is written. */
const append = async (
  transaction: Transaction<Database>,
  cipher: RecordWriter,
  { ledger, expected, writes }: AppendMany,
): Promise<Result.Result<readonly AppendedEntries[], AppendEntriesError>> => {
  const head = await lockHead(transaction, ledger);
  const known = await findCommands(transaction, cipher, { ledger, ids: writes.map(({ command }) => command.id) });
  const places = placesOf({ ledger, expected, writes }, { head, known });
  if (Result.isFailure(places)) return Result.fail(places.failure);
  const added = places.success.filter(({ isNew }) => isNew);
  await writeAppends(transaction, cipher, { ledger, writes: added });
  const answers = places.success.map(async ({ isNew, revision, entries }) => ({
    revision,
    entries: isNew ? entries : await readEntries(transaction, cipher, { ledger, of: "=", revision }),
  }));
  return Result.succeed(await Promise.all(answers));
};

/** Where a write goes, or went when it was given first. */
type Placed = Omit<LedgerWrite, "ledger"> & { readonly isNew: boolean };

type Standing = { readonly head: LedgerHead; readonly known: ReadonlyMap<string, KnownCommand> };

const placesOf = (
  { ledger, expected, writes }: AppendMany,
  { head, known }: Standing,
): Result.Result<readonly Placed[], AppendEntriesError> => {
  const placed: Placed[] = [];
  const seen = new Map(known);
  let { revision, length } = head;
  for (const { command, entries } of writes) {
    const given = seen.get(command.id);
    if (given !== undefined) {
      if (!isSameCommand(given.command, command)) return Result.fail(new IdempotencyKeyReused({ key: command.id }));
      placed.push({ isNew: false, revision: given.revision, command, entries });
      continue;
    }
    const isFirst = placed.every(({ isNew }) => !isNew);
    const asked = { ledger, expected: isFirst ? expected : revision, command, entries };
    const allowed = checkAppend(asked, { revision, length });
    if (Result.isFailure(allowed)) return Result.fail(allowed.failure);
    revision = (revision + 1) as Revision;
    length += entries.length;
    seen.set(command.id, { command, revision });
    placed.push({ isNew: true, revision, command, entries });
  }
  return Result.succeed(placed);
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
