import { openAsBlob } from "node:fs";
import { sql } from "kysely";
import { Client } from "pg";
import { inject } from "vitest";
import { openPglite } from "../../src/database/open-pglite.ts";
import { openPostgres } from "../../src/database/open-postgres.ts";
import type { OpenedDatabase } from "../../src/database/opened-database.ts";
import { quiet } from "./quiet.ts";

/** A kind of database that a file's tests run on, and how to open an empty one of their own. */
export type TestDatabase = {
  readonly engine: OpenedDatabase["engine"];
  readonly open: () => Promise<OpenedDatabase>;
  /** Where an empty one of a server is; `null` for an embedded one. */
  readonly url: (() => Promise<string>) | null;
};

/** PGlite always, and PostgreSQL where the run has a server. */
export const testDatabases = (): readonly TestDatabase[] => {
  const server = inject("server");
  const pglite: TestDatabase = { engine: "PGlite", open: () => openSnapshot(), url: null };
  if (server === null) return [pglite];
  const url = () => newDatabase(server);
  return [pglite, { engine: "PostgreSQL", open: async () => openConnected(await url()), url }];
};

const CONNECTIONS = 8;

/** Opens a server's database with all its connections made, so that what is asked at once runs at once. */
const openConnected = async (url: string): Promise<OpenedDatabase> => {
  const opened = await openPostgres({ url, connections: CONNECTIONS }, quiet);
  const everybodyIsIn = Promise.withResolvers<void>();
  let waiting = CONNECTIONS;
  const meet = async (): Promise<void> => {
    waiting -= 1;
    if (waiting === 0) everybodyIsIn.resolve();
    await everybodyIsIn.promise;
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, () => opened.db.connection().execute(meet)));
  return opened;
};

/** A database whose transactions can be cut off from outside. */
export type CutDatabase = {
  readonly opened: OpenedDatabase;
  /** Ends whatever transaction is open: on a server by ending its process there, else by an error in the program. */
  readonly cut: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Opens a database, and a server's a second time to cut it off from there. */
export const openTwice = async ({ open, url }: TestDatabase): Promise<CutDatabase> => {
  if (url === null) {
    const opened = await open();
    return { opened, cut: () => Promise.reject(new Error("cut off")), close: opened.close };
  }
  const at = await url();
  const [opened, other] = [await openPostgres({ url: at }, quiet), await openPostgres({ url: at }, quiet)];
  const cut = async (): Promise<void> => {
    // The server itself, asked to wait until a process has ended, looks ten times a second.
    for (;;) {
      const { rows } = await sql`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and state = 'idle in transaction'`.execute(other.db);
      if (rows.length === 0) return;
    }
  };
  const close = async (): Promise<void> => {
    await opened.close();
    await other.close();
  };
  return { opened, cut, close };
};

/** An embedded database from the run's snapshot, in memory unless a directory is given. */
export const openSnapshot = async (directory: string | null = null): ReturnType<typeof openPglite> =>
  openPglite({ directory, snapshot: await openAsBlob(inject("pgliteSnapshot")), notices: quiet });

/** Makes an empty database and tells where it is. */
export const newDatabase = async ({
  url,
  prefix,
}: {
  readonly url: string;
  readonly prefix: string;
}): Promise<string> => {
  const name = `${prefix}_${process.hrtime.bigint()}`;
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  const at = new URL(url.replace("@/", "@localhost/"));
  at.pathname = `/${name}`;
  return at.href;
};
