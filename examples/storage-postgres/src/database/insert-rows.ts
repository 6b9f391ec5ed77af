import { invariant } from "@victim-rights/core";
import { type RawBuilder, sql, type Transaction } from "kysely";
import type { Database } from "./database.ts";

/** What a line of text is read as; `base64` comes to bytes. */
type LineType = "text" | "bigint" | "integer" | "json" | "timestamptz" | "base64";

/** A value that is one line of text: an id as `textKey` writes it, a digest, a number, a moment, JSON; `null` for no value. */
type LineValue = string | number | null;

/** A table, and the columns that its rows are given for; those that are left out get their default. */
export type InsertShape = {
  readonly table: keyof Database;
  readonly columns: Readonly<Record<string, LineType>>;
};

/** A row to insert: a value for each column of its shape. */
export type InsertRow = Readonly<Record<string, LineValue>>;

/**
 * Adds rows by one statement, in their order, so that numbers the database gives out follow it. Each column goes to the
 * server as one text with a line for each row: a statement with a parameter for each value takes longer to write, to send and
 * to plan than its rows take to be stored. JSON and escaped ids have no line breaks in them, and no value is empty.
 */
export const insertRows = async (
  transaction: Transaction<Database>,
  { table, columns }: InsertShape,
  rows: readonly InsertRow[],
): Promise<void> => {
  if (rows.length === 0) return;
  const names = Object.keys(columns);
  const into = sql.join(names.map((name) => sql.ref(name)));
  const read = sql.join(Object.entries(columns).map(([name, type]) => readAs(name, type)));
  const lines = sql.join(names.map((name) => linesOf(name, rows)));
  await sql`insert into ${sql.table(table)} (${into}) select ${read} from (select ${lines}) as line`.execute(
    transaction,
  );
};

/** Set-returning functions side by side in one select go on line by line, and no line is kept aside. */
const linesOf = (name: string, rows: readonly InsertRow[]): RawBuilder<unknown> => {
  const text = rows.map((row) => lineOf(row[name] ?? null)).join("\n");
  return sql`unnest(string_to_array(${text}, E'\\n', '')) as ${sql.ref(name)}`;
};

const lineOf = (value: LineValue): string => {
  if (value === null) return "";
  const line = String(value);
  // INVARIANT: a value is one line that is not empty; else values would come into the rows of others.
  invariant(line !== "" && !line.includes("\n"), "a value that is written is one line");
  return line;
};

const readAs = (name: string, type: LineType): RawBuilder<unknown> => {
  if (type === "text") return sql.ref(name);
  return type === "base64" ? sql`decode(${sql.ref(name)}, 'base64')` : sql`${sql.ref(name)}::${sql.raw(type)}`;
};
