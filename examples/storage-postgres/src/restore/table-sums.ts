import { type Kysely, sql, type Transaction } from "kysely";
import { z } from "zod";
import type { Database } from "../database/database.ts";

/** How many rows a table has, and a sum over their content that does not depend on their order. */
const TableSum = z.strictObject({ rows: z.int().min(0), sum: z.string() });
type TableSum = z.infer<typeof TableSum>;

/** Every table of a record, by name: what a copy of it is compared with. */
export const TableSums = z.record(z.string(), TableSum);
export type TableSums = z.infer<typeof TableSums>;

/**
 * Sums up every table, all at one moment. It shows a row that was lost, doubled or changed by a fault; somebody who means
 * to deceive can make sums agree, which is what the audit log is for.
 */
export const tableSums = (db: Kysely<Database>): Promise<TableSums> =>
  db
    .transaction()
    .setIsolationLevel("repeatable read")
    .execute(async (transaction) => {
      for (const setting of AS_TEXT) await sql.raw(`set local ${setting}`).execute(transaction);
      const { rows } = await sql<{ readonly name: string }>`
        select table_name as name from information_schema.tables
        where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`.execute(transaction);
      const sums: Record<string, TableSum> = {};
      for (const { name } of rows) sums[name] = await sumOf(transaction, name);
      return sums;
    });

/** Settings on which the text of a row depends. */
const AS_TEXT = ["timezone = 'UTC'", "datestyle = 'ISO'", "bytea_output = 'hex'"];

const sumOf = async (transaction: Transaction<Database>, table: string): Promise<TableSum> => {
  const { rows } = await sql<TableSum>`
    select count(*)::bigint as rows,
      coalesce(sum(('x' || left(md5(whole::text), 15))::bit(60)::bigint), 0)::text as sum
    from ${sql.table(table)} as whole`.execute(transaction);
  return TableSum.parse(rows[0]);
};

/** What differs between two records, table by table. */
export const differencesOf = (expected: TableSums, found: TableSums): readonly string[] =>
  [...new Set([...Object.keys(expected), ...Object.keys(found)])].toSorted().flatMap((table) => {
    const [before, now] = [expected[table], found[table]];
    if (before === undefined) return [`\`${table}\` is a table that was not there`];
    if (now === undefined) return [`\`${table}\` is not there`];
    if (before.rows !== now.rows) return [`\`${table}\` had ${before.rows} rows and has ${now.rows}`];
    return before.sum === now.sum ? [] : [`\`${table}\` has ${now.rows} rows, and not all are as they were`];
  });
