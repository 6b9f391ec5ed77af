import { Kysely, PostgresDialect, sql } from "kysely";
import { Pool, types } from "pg";
import { z } from "zod";
import type { Database } from "./database.ts";
import { migrate } from "./migrations/migrate.ts";
import { type Notices, onStandardError, type OpenedDatabase } from "./opened-database.ts";
import { BIGINT, readWhole } from "./read-whole.ts";

const milliseconds = (otherwise: number) => z.int().min(1).default(otherwise);

/** How to reach a PostgreSQL server of versions 15 to 18, and how long anything may take. */
export const PostgresConfig = z.strictObject({
  /** `postgres://…`; its `sslmode` and every other parameter are passed on as they are. */
  url: z.string().min(1),
  connections: z.int().min(1).max(100).default(10),
  connectWithinMs: milliseconds(5_000),
  statementWithinMs: milliseconds(30_000),
  lockWithinMs: milliseconds(10_000),
  idleInTransactionWithinMs: milliseconds(30_000),
});
export type PostgresConfig = z.input<typeof PostgresConfig>;

/**
 * Opens a PostgreSQL database and brings its schema up to date.
 * @throws what `migrate` throws, and the client's own error when nobody answers.
 */
export const openPostgres = async (
  config: PostgresConfig,
  notices: Notices = onStandardError,
): Promise<OpenedDatabase> => {
  const asked = PostgresConfig.parse(config);
  const pool = new Pool({
    connectionString: asked.url,
    max: asked.connections,
    connectionTimeoutMillis: asked.connectWithinMs,
    statement_timeout: asked.statementWithinMs,
    query_timeout: silentAfter(asked),
    keepAlive: true,
    lock_timeout: asked.lockWithinMs,
    idle_in_transaction_session_timeout: asked.idleInTransactionWithinMs,
    application_name: "victim-rights",
    types: { getTypeParser: (type, format) => (type === BIGINT ? readWhole : types.getTypeParser(type, format)) },
  });
  // Whoever waits for an answer is told that its connection broke. Between two answers nobody is, and without a listener
  // the client's own event would end the process.
  const broke = (): void => notices.warn("a connection to PostgreSQL broke and is replaced");
  pool.on("error", broke);
  pool.on("connect", (client) => client.on("error", broke));
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  const close = (): Promise<void> => db.destroy();
  try {
    await migrate(db);
    const survivesPowerLoss = await writesThrough(db);
    if (!survivesPowerLoss) notices.warn(NOT_THROUGH_POWER_LOSS);
    return { engine: "PostgreSQL", db, survivesPowerLoss, close };
  } catch (error) {
    await close();
    throw error;
  }
};

/** Past every limit of the server's own, so that it has ended the session, and nothing of it can be committed later. */
const SILENT_AFTER_MS = 5_000;

/** How long the client waits for a server that says nothing at all, as one does whose packets are swallowed on the way. */
const silentAfter = ({ statementWithinMs, idleInTransactionWithinMs }: z.output<typeof PostgresConfig>): number =>
  Math.max(statementWithinMs, idleInTransactionWithinMs) + SILENT_AFTER_MS;

const NOT_THROUGH_POWER_LOSS =
  "this PostgreSQL server DOES NOT SURVIVE POWER LOSS: `fsync` or `synchronous_commit` is off. Turn both on.";

/** Whether a commit is on the disk when the server says that it is made. */
const writesThrough = async (db: Kysely<Database>): Promise<boolean> => {
  const { rows } = await sql<{ readonly fsync: string; readonly commit: string }>`
    select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit`.execute(db);
  return rows[0]?.fsync === "on" && rows[0].commit !== "off";
};
