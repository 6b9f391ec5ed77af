import type { Revision } from "@victim-rights/core";
import {
  type AccountId,
  type Balances,
  type Command,
  type Entry,
  type LedgerHead,
  type LedgerId,
  postingsOf,
} from "@victim-rights/restitution";
import { sql, type Transaction } from "kysely";
import type { Database } from "../database/database.ts";
import { inChunks } from "../database/in-chunks.ts";
import { idFromKey, textKey } from "../database/text-key.ts";
import type { FieldCipher, SealedPlace } from "../sealed/field-cipher.ts";
import { openJson, sealJson } from "../sealed/seal-json.ts";

type In = Transaction<Database>;

const commandPlace = (ledger: LedgerId, id: string): SealedPlace => ({
  table: "ledger_command",
  column: "command",
  row: JSON.stringify([ledger, id]),
});

const entryPlace = (ledger: LedgerId, seq: number): SealedPlace => ({
  table: "ledger_entry",
  column: "entry",
  row: JSON.stringify([ledger, seq]),
});

/** The head of a ledger, locked until the transaction ends: writers of one ledger go one after another. */
export const lockHead = async (transaction: In, ledger: LedgerId): Promise<LedgerHead> => {
  const ledger_id = textKey(ledger);
  await transaction
    .insertInto("ledger")
    .values({ ledger_id, revision: 0, entries: 0 })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const head = await transaction
    .selectFrom("ledger")
    .select(["revision", "entries"])
    .where("ledger_id", "=", ledger_id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return { revision: head.revision as Revision, length: head.entries };
};

/** How often a ledger was written to. */
export const revisionOf = async (transaction: In, ledger: LedgerId): Promise<Revision> => {
  const head = await transaction
    .selectFrom("ledger")
    .select("revision")
    .where("ledger_id", "=", textKey(ledger))
    .executeTakeFirst();
  return (head?.revision ?? 0) as Revision;
};

/** A command that was appended, with the revision it made; `null` where there is none of this id. */
export const findCommand = async (
  transaction: In,
  cipher: FieldCipher,
  asked: { readonly ledger: LedgerId; readonly id: string },
): Promise<{ readonly command: Command; readonly revision: Revision } | null> => {
  const row = await transaction
    .selectFrom("ledger_command")
    .select(["command", "revision"])
    .where("ledger_id", "=", textKey(asked.ledger))
    .where("command_id", "=", textKey(asked.id))
    .executeTakeFirst();
  if (row === undefined) return null;
  const place = commandPlace(asked.ledger, asked.id);
  return { command: await openJson<Command>(cipher, row.command, place), revision: row.revision as Revision };
};

/** Which entries are read: those of one revision, or of every one after it. */
export type EntriesAsked = { readonly ledger: LedgerId; readonly of: "=" | ">"; readonly revision: Revision };

/** Entries, oldest first. */
export const readEntries = async (
  transaction: In,
  cipher: FieldCipher,
  { ledger, of, revision }: EntriesAsked,
): Promise<readonly Entry[]> => {
  const rows = await transaction
    .selectFrom("ledger_entry")
    .select(["seq", "entry"])
    .where("ledger_id", "=", textKey(ledger))
    .where("revision", of, revision)
    .orderBy("seq")
    .execute();
  return Promise.all(rows.map(({ seq, entry }) => openJson<Entry>(cipher, entry, entryPlace(ledger, seq))));
};

/** What one append writes. */
export type LedgerWrite = {
  readonly ledger: LedgerId;
  readonly revision: Revision;
  readonly command: Command;
  readonly entries: readonly Entry[];
};

/** Writes a command, its entries and their postings, and moves the head on. */
export const writeAppend = async (transaction: In, cipher: FieldCipher, write: LedgerWrite): Promise<void> => {
  const { ledger, revision, command, entries } = write;
  const ledger_id = textKey(ledger);
  const sealed = await sealJson(cipher, command, commandPlace(ledger, command.id));
  const values = { ledger_id, command_id: textKey(command.id), revision, command: sealed };
  await transaction.insertInto("ledger_command").values(values).execute();
  const rows = await Promise.all(
    entries.map(async (entry) => {
      const { seq } = entry;
      return { ledger_id, seq, revision, entry: await sealJson(cipher, entry, entryPlace(ledger, seq)) };
    }),
  );
  for (const some of inChunks(rows)) await transaction.insertInto("ledger_entry").values(some).execute();
  const postings = entries.flatMap((entry) =>
    postingsOf(entry).map(({ account, cents }, at) => {
      return { ledger_id, seq: entry.seq, line: at + 1, account: textKey(account), cents };
    }),
  );
  for (const some of inChunks(postings)) await transaction.insertInto("ledger_posting").values(some).execute();
  await transaction
    .updateTable("ledger")
    .set((row) => ({ revision, entries: row("entries", "+", entries.length) }))
    .where("ledger_id", "=", ledger_id)
    .execute();
};

/** What the postings sum up to, account by account. */
export const readBalances = async (transaction: In, ledger: LedgerId): Promise<Balances> => {
  const rows = await transaction
    .selectFrom("ledger_posting")
    .select(["account", sql<number>`sum(cents)::bigint`.as("cents")])
    .where("ledger_id", "=", textKey(ledger))
    .groupBy("account")
    .having(sql`sum(cents)`, "<>", 0)
    .execute();
  return new Map(rows.map(({ account, cents }) => [idFromKey<AccountId>(account), cents]));
};
