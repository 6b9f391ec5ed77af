import { sql } from "kysely";
import { MIGRATIONS } from "./migrations/migrations.ts";
import type { OpenedDatabase } from "./opened-database.ts";

/** Whether a database answers and is the one that this program was written for. */
export type Health = {
  readonly engine: OpenedDatabase["engine"];
  readonly survivesPowerLoss: boolean;
  readonly answers: boolean;
  /** Migrations that this program knows and the database has not run; `null` while it does not answer. */
  readonly migrationsMissing: number | null;
  /** Whether a write could be made: a standby and a database set to read only answer, but take nothing. */
  readonly takesWrites: boolean;
};

/** Asks a database how it is. Nothing of what went wrong is passed on: a message of the server may hold what a row holds. */
export const healthOf = async ({ db, engine, survivesPowerLoss }: OpenedDatabase): Promise<Health> => {
  try {
    const ran = await db.selectFrom("schema_migration").select(db.fn.countAll<number>().as("count")).executeTakeFirst();
    const { rows } = await sql<{ readonly setting: string }>`
      select current_setting('transaction_read_only') as setting`.execute(db);
    return {
      engine,
      survivesPowerLoss,
      answers: true,
      migrationsMissing: MIGRATIONS.length - Number(ran?.count ?? 0),
      takesWrites: rows[0]?.setting === "off",
    };
  } catch {
    return { engine, survivesPowerLoss, answers: false, migrationsMissing: null, takesWrites: false };
  }
};
