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
import { insertRows, type InsertShape } from "../database/insert-rows.ts";
import { isOneOf } from "../database/match-keys.ts";
import { idFromKey, textKey } from "../database/text-key.ts";
import type { RecordReader, RecordWriter, SealedPlace } from "../sealed/field-cipher.ts";
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

/** A command that was appended, with the revision it made. */
export type KnownCommand = { readonly command: Command; readonly revision: Revision };

/** Those of some commands that were appended before, by id. */
export const findCommands = async (
  transaction: In,
  cipher: RecordReader,
  { ledger, ids }: { readonly ledger: LedgerId; readonly ids: readonly string[] },
): Promise<ReadonlyMap<string, KnownCommand>> => {
  const known = new Map<string, KnownCommand>();
  for (const some of inChunks(ids)) {
    const rows = await transaction
      .selectFrom("ledger_command")
      .select(["command_id", "command", "revision"])
      .where("ledger_id", "=", textKey(ledger))
      .where(isOneOf("command_id", some.map(textKey)))
      .execute();
    for (const { command_id, command, revision } of rows) {
      const id = idFromKey<string>(command_id);
      const opened = await openJson<Command>(cipher, command, commandPlace(ledger, id));
      known.set(id, { command: opened, revision: revision as Revision });
    }
  }
  return known;
};

/** Which entries are read: those of one revision, or of every one after it. */
export type EntriesAsked = { readonly ledger: LedgerId; readonly of: "=" | ">"; readonly revision: Revision };

/** Entries, oldest first. */
export const readEntries = async (
  transaction: In,
  cipher: RecordReader,
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

/** What a command writes, and the revision that it makes. */
export type LedgerWrite = {
  readonly revision: Revision;
  readonly command: Command;
  readonly entries: readonly Entry[];
};

const COMMANDS: InsertShape = {
  table: "ledger_command",
  columns: { ledger_id: "text", command_id: "text", revision: "bigint", command: "base64" },
};

const ENTRIES: InsertShape = {
  table: "ledger_entry",
  columns: { ledger_id: "text", seq: "bigint", revision: "bigint", entry: "base64" },
};

/** The database takes postings only by a statement in which those of each entry sum to zero: they are written by one. */
const POSTINGS: InsertShape = {
  table: "ledger_posting",
  columns: { ledger_id: "text", seq: "bigint", line: "integer", account: "text", cents: "bigint" },
};

type LedgerWrites = { readonly ledger: LedgerId; readonly writes: readonly LedgerWrite[] };

/** Writes commands, their entries and the entries' postings, and moves the head on. */
export const writeAppends = async (transaction: In, cipher: RecordWriter, asked: LedgerWrites): Promise<void> => {
  const { ledger, writes } = asked;
  const last = writes.at(-1);
  if (last === undefined) return;
  const { commands, entries, postings } = await rowsOf(cipher, asked);
  for (const some of inChunks(commands)) await insertRows(transaction, COMMANDS, some);
  for (const some of inChunks(entries)) await insertRows(transaction, ENTRIES, some);
  await insertRows(transaction, POSTINGS, postings);
  await transaction
    .updateTable("ledger")
    .set((row) => ({ revision: last.revision, entries: row("entries", "+", entries.length) }))
    .where("ledger_id", "=", textKey(ledger))
    .execute();
};

const rowsOf = async (cipher: RecordWriter, { ledger, writes }: LedgerWrites) => {
  const ledger_id = textKey(ledger);
  const commands = writes.map(async ({ revision, command }) => ({
    ledger_id,
    command_id: textKey(command.id),
    revision,
    command: base64(await sealJson(cipher, command, commandPlace(ledger, command.id))),
  }));
  const entries = writes.flatMap(({ revision, entries: made }) =>
    made.map(async (entry) => {
      const sealed = await sealJson(cipher, entry, entryPlace(ledger, entry.seq));
      return { ledger_id, seq: entry.seq, revision, entry: base64(sealed) };
    }),
  );
  const postings = writes.flatMap(({ entries: made }) =>
    made.flatMap((entry) =>
      postingsOf(entry).map(({ account, cents }, at) => {
        return { ledger_id, seq: entry.seq, line: at + 1, account: textKey(account), cents };
      }),
    ),
  );
  return { commands: await Promise.all(commands), entries: await Promise.all(entries), postings };
};

const base64 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64");

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
