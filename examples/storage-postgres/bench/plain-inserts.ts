/** The rows of a record written once more, by somebody who has nothing to check: what a store's speed is held against. */
import { type Kysely, sql, type Transaction } from "kysely";
import type { Database } from "../src/database/database.ts";

type Row = Readonly<Record<string, unknown>>;

/** The rows of some tables, in the order in which they were written, and empty tables of the same shape with the same indexes. */
export type PlainCopy = {
  readonly rows: number;
  /** Writes every row in so many transactions of one size, table after table, as often as it is asked to. */
  readonly write: (transactions: number, insert: InsertPlainly) => Promise<void>;
};

/** Writes some rows of a table of the schema `plain`. */
export type InsertPlainly = (transaction: Transaction<Database>, name: string, rows: readonly Row[]) => Promise<void>;

/** Copies what the tables hold, but what is no row of an event. The copies have no triggers and no foreign keys. */
export const plainCopy = async (db: Kysely<Database>): Promise<PlainCopy> => {
  const { rows: tables } = await sql<{ readonly name: string }>`
    select table_name as name from information_schema.tables where table_schema = 'public'
    and table_name not in ('schema_migration', 'store_order')`.execute(db);
  await sql`create schema plain`.execute(db);
  const copies: { readonly name: string; readonly rows: readonly Row[] }[] = [];
  for (const { name } of tables) {
    const at = sql.raw(name);
    await sql`create table plain.${at} (like public.${at} including all excluding identity)`.execute(db);
    const { rows } = await sql<Row>`select * from public.${at}`.execute(db);
    if (rows.length > 0) copies.push({ name, rows });
  }
  return {
    rows: copies.reduce((sum, { rows }) => sum + rows.length, 0),
    write: async (transactions, insert) => {
      for (const { name } of copies) await sql`truncate plain.${sql.raw(name)}`.execute(db);
      for (let at = 0; at < transactions; at++)
        await db.transaction().execute(async (transaction) => {
          for (const { name, rows } of copies) {
            const [from, to] = [at, at + 1].map((each) => Math.round((each * rows.length) / transactions));
            await insert(transaction, name, rows.slice(from, to));
          }
        });
    },
  };
};

const ROWS_AT_ONCE = 1_000;

/** A parameter for each value, a thousand rows a statement: how it is commonly written. */
export const byValues: InsertPlainly = async (transaction, name, rows) => {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
    await transaction
      .withSchema("plain")
      .insertInto(name as keyof Database)
      .values(rows.slice(from, from + ROWS_AT_ONCE).map(asColumns) as never)
      .execute();
};

/** All rows as one JSON text that the server takes apart: the shortest way to write it with one parameter. */
export const byJson: InsertPlainly = async (transaction, name, rows) => {
  if (rows.length === 0) return;
  await sql`insert into plain.${sql.raw(name)}
    select * from json_populate_recordset(null::plain.${sql.raw(name)}, ${JSON.stringify(rows)}::json)`.execute(
    transaction,
  );
};

/** JSON comes back parsed, and is given as text. */
const asColumns = (row: Row) =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, isJson(value) ? JSON.stringify(value) : value]));

const isJson = (value: unknown): boolean =>
  typeof value === "object" && value !== null && !(value instanceof Date) && !(value instanceof Uint8Array);
