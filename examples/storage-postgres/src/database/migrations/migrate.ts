import { createHash } from "node:crypto";
import * as Data from "effect/Data";
import { CompiledQuery, type Kysely, sql, type Transaction } from "kysely";
import type { Database } from "../database.ts";
import type { Migration } from "./migration.ts";
import { MIGRATIONS } from "./migrations.ts";

/** A migration that ran here has another text now: put the text back, and change the schema by a later migration. */
export class MigrationDrifted extends Data.TaggedError("MigrationDrifted")<{ readonly migration: string }> {
  override get message(): string {
    return `migration \`${this.migration}\` ran here with another text: put its text back and add a later migration`;
  }
}

/** The database is further on than this program: run a newer one. */
export class SchemaNewer extends Data.TaggedError("SchemaNewer")<{ readonly number: number }> {
  override get message(): string {
    return `the database has migration ${this.number}, which this program does not know: run the newer program`;
  }
}

/** The advisory lock under which the schema moves; any number that nothing else in the database locks. */
const SCHEMA_LOCK = 7_301_884_211;

/**
 * Brings the schema up to date, in one transaction under one advisory lock: of many that start at once, one migrates and
 * the others find it done.
 * @returns the numbers of the migrations that ran.
 * @throws `MigrationDrifted`, `SchemaNewer`: nothing is changed then.
 */
export const migrate = (
  db: Kysely<Database>,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<readonly number[]> =>
  db.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(SCHEMA_LOCK)})`.execute(transaction);
    await sql`create table if not exists schema_migration (
      number integer primary key, name text not null, sha256 text not null, ran_at timestamptz not null default now()
    )`.execute(transaction);
    const ran = await transaction.selectFrom("schema_migration").selectAll().orderBy("number").execute();
    for (const before of ran) checkUndrifted(before, migrations);
    const missing = migrations.slice(ran.length);
    for (const migration of missing) await runOne(transaction, migration);
    return missing.map(({ number }) => number);
  });

/** SHA-256 of a migration's statements. */
export const hashOf = ({ statements }: Migration): string =>
  createHash("sha256").update(JSON.stringify(statements)).digest("hex");

type Ran = { readonly number: number; readonly name: string; readonly sha256: string };

const checkUndrifted = ({ number, name, sha256 }: Ran, migrations: readonly Migration[]): void => {
  const migration = migrations[number - 1];
  if (migration === undefined) throw new SchemaNewer({ number });
  if (migration.name !== name || hashOf(migration) !== sha256) throw new MigrationDrifted({ migration: name });
};

const runOne = async (transaction: Transaction<Database>, migration: Migration): Promise<void> => {
  for (const statement of migration.statements) await transaction.executeQuery(CompiledQuery.raw(statement));
  const { number, name } = migration;
  await transaction
    .insertInto("schema_migration")
    .values({ number, name, sha256: hashOf(migration) })
    .execute();
};
