import { PGlite } from "@electric-sql/pglite";
import { Kysely, PGliteDialect } from "kysely";
import { BEAT_EVERY_MS, type DataDirectoryLock, DataDirectoryLost, lockDataDirectory } from "./data-directory-lock.ts";
import type { Database } from "./database.ts";
import { migrate } from "./migrations/migrate.ts";
import { type Notices, onStandardError, type OpenedDatabase } from "./opened-database.ts";
import { type PgliteClient, pgliteClient } from "./pglite-client.ts";
import { BIGINT, readWhole } from "./read-whole.ts";

/** Where the embedded database keeps its data, and what it begins with. */
export type PgliteAsked = {
  /** A directory of this machine's own disk; `null` keeps everything in memory. */
  readonly directory: string | null;
  /** A dump of a data directory to begin with, which is quicker than making one. */
  readonly snapshot?: Blob;
  readonly notices?: Notices;
};

/** An embedded database, with the client that anything beside Kysely must go through. */
export type OpenedPglite = OpenedDatabase & { readonly client: PgliteClient };

/**
 * Opens the embedded database, alone: no other process may have the directory open.
 * @throws `DataDirectoryInUse`, and what `migrate` throws.
 */
export const openPglite = async ({ directory, snapshot, notices }: PgliteAsked): Promise<OpenedPglite> => {
  (notices ?? onStandardError).warn(directory === null ? NOTHING_KEPT : NOT_THROUGH_POWER_LOSS);
  const lock = directory === null ? null : lockDataDirectory(directory);
  try {
    return await openLocked({ directory, lock, snapshot });
  } catch (error) {
    lock?.release();
    throw error;
  }
};

const NOTHING_KEPT =
  "PGlite IN MEMORY: EVERYTHING IS GONE when this process ends. Name a directory, or use PostgreSQL.";

const NOT_THROUGH_POWER_LOSS =
  "PGlite DOES NOT SURVIVE POWER LOSS: what was committed may be gone after a crash of the machine, because it never " +
  "makes the disk write. Fit for trying out and for tests; keep obligations, money and cases in PostgreSQL.";

type Locked = {
  readonly directory: string | null;
  readonly lock: DataDirectoryLock | null;
  readonly snapshot: Blob | undefined;
};

const openLocked = async ({ directory, lock, snapshot }: Locked): Promise<OpenedPglite> => {
  const instance = await PGlite.create({
    ...(directory === null ? {} : { dataDir: directory }),
    ...(snapshot === undefined ? {} : { loadDataDir: snapshot }),
    parsers: { [BIGINT]: readWhole },
  });
  const beating = keepBeating(lock);
  const client = pgliteClient(instance, beating.check);
  const db = new Kysely<Database>({ dialect: new PGliteDialect({ pglite: client }) });
  const close = async (): Promise<void> => {
    beating.stop();
    if (!client.closed) await client.close();
    lock?.release();
  };
  try {
    await migrate(db);
  } catch (error) {
    await close();
    throw error;
  }
  return { engine: "PGlite", db, survivesPowerLoss: false, client, close };
};

/** Beats until stopped; once the lock is somebody else's, every statement is refused. */
const keepBeating = (lock: DataDirectoryLock | null): { readonly check: () => void; readonly stop: () => void } => {
  let lost = false;
  const timer = setInterval(() => {
    try {
      lock?.beat();
    } catch {
      lost = true;
    }
  }, BEAT_EVERY_MS);
  timer.unref();
  const check = (): void => {
    if (lost && lock !== null) throw new DataDirectoryLost({ lock: lock.path });
  };
  return { check, stop: () => clearInterval(timer) };
};
