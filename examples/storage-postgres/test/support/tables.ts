import { CompiledQuery, type Kysely, sql } from "kysely";
import type { Database } from "../../src/database/database.ts";

/** Every table that the stores write to. */
const TABLES = [
  "ledger",
  "ledger_command",
  "ledger_entry",
  "ledger_posting",
  "case_log",
  "case_command",
  "recorded_event",
  "obligation",
  "obligation_entry",
  "obligation_deadline",
  "person_task",
  "attempt_claim",
  "send_key",
  "outbox",
  "wake_up",
  "record_key",
  "contact_point",
  "registration",
  "registered_by",
  "pending_registration",
  "safe_wish",
  "offense",
  "assignment",
  "first_answer",
  "audit_event",
  "audit_batch",
  "audit_checkpoint",
  "feed_event",
  "feed_hold_decided",
  "feed",
] as const satisfies readonly (keyof Database)[];

const WHOLE = [...TABLES, "store_order", "audit_head"]
  .map((table) => `select '${table}' as name, whole::text as row from ${table} as whole`)
  .join(" union all ");

/** Every row of every table, as the database writes it. */
export const contentOf = async (db: Kysely<Database>): Promise<Readonly<Record<string, readonly string[]>>> => {
  const { rows } = await sql<{ readonly name: string; readonly row: string }>`${sql.raw(WHOLE)} order by 1, 2`.execute(
    db,
  );
  const grouped = Object.entries(Object.groupBy(rows, ({ name }) => name));
  return Object.fromEntries(grouped.map(([name, some = []]) => [name, some.map(({ row }) => row)]));
};

const NUMBERED = [
  "audit_event",
  "audit_checkpoint",
  "outbox",
  "wake_up",
] as const satisfies readonly (typeof TABLES)[number][];

/** One statement: to truncate would make a new file for every table and index, which takes longer than a test. */
const EMPTY = `with ${TABLES.map((table) => `from_${table} as (delete from ${table})`).join(", ")}
  select ${NUMBERED.map((table) => `setval(pg_get_serial_sequence('${table}', 'position'), 1, false)`).join(", ")}`;

/** Takes everything out, past the triggers that let rows only be added: for tests that ask for an empty store. */
export const emptyAll = (db: Kysely<Database>): Promise<void> =>
  db.transaction().execute(async (transaction) => {
    await transaction.executeQuery(CompiledQuery.raw("set local session_replication_role = replica"));
    await transaction.executeQuery(CompiledQuery.raw(EMPTY));
    await transaction.updateTable("store_order").set({ last: 0 }).execute();
    await transaction.executeQuery(CompiledQuery.raw("update audit_head set last_position = 0, head = null"));
  });
