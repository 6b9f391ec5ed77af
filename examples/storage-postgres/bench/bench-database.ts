import { cpus } from "node:os";
import { openPostgres } from "../src/database/open-postgres.ts";
import type { OpenedDatabase } from "../src/database/opened-database.ts";
import { startServer, type TestServer } from "../test/support/postgres-server.ts";

/** An empty database on a server of its own, which writes through to the disk as a real one does. */
export const benchDatabase = async (): Promise<OpenedDatabase & { readonly server: TestServer }> => {
  const server = startServer({ fsync: "on" });
  if (server === null) throw new Error("a benchmark needs PostgreSQL's programs (initdb and pg_ctl)");
  console.log(`node ${process.version}, ${server.how}, fsync on, ${cpus().length} × ${cpus()[0]?.model.trim()}\n`);
  const opened = await openPostgres({ url: server.url, statementWithinMs: 600_000 });
  const close = async (): Promise<void> => {
    await opened.close();
    server.stop();
  };
  return { ...opened, server, close };
};

/** Runs work, and tells how long it took in seconds of the clock. */
export const timed = async <Answer>(work: () => Promise<Answer>): Promise<readonly [Answer, number]> => {
  const started = performance.now();
  const answer = await work();
  return [answer, (performance.now() - started) / 1000];
};

export const say = (what: string, much: string): void => console.log(`${what.padEnd(62)} ${much.padStart(14)}`);
export const counted = (number: number): string => Math.round(number).toLocaleString("en-US");
