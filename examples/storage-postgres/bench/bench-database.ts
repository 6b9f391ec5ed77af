import { readFileSync } from "node:fs";
import { cpus } from "node:os";
import { type Kysely, sql } from "kysely";
import type { Database } from "../src/database/database.ts";
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

/** Seconds of the clock, and of the processors: this process's, and the server's sessions' (0 where `/proc` is not there). */
export type Spent = { readonly clock: number; readonly node: number; readonly server: number };

/** Runs work, and tells what it took. On a machine that others use, the clock says little and the processors much. */
export const measured = async (db: Kysely<Database>, work: () => Promise<unknown>): Promise<Spent> => {
  const [node, server] = [process.cpuUsage(), await serverSeconds(db)];
  const [, clock] = await timed(work);
  const { user, system } = process.cpuUsage(node);
  return { clock, node: (user + system) / 1_000_000, server: (await serverSeconds(db)) - server };
};

/** Linux counts processor time in hundredths of a second. */
const TICKS = 100;

const serverSeconds = async (db: Kysely<Database>): Promise<number> => {
  const { rows } = await sql<{ readonly pid: number }>`
    select pid from pg_stat_activity where backend_type = 'client backend'`.execute(db);
  return rows.reduce((sum, { pid }) => sum + secondsOf(pid), 0);
};

const secondsOf = (pid: number): number => {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "latin1").split(") ").at(-1)?.split(" ") ?? [];
    return (Number(fields[11]) + Number(fields[12])) / TICKS;
  } catch {
    return 0;
  }
};

export const say = (what: string, much: string): void => console.log(`${what.padEnd(66)} ${much.padStart(20)}`);
export const counted = (number: number): string => Math.round(number).toLocaleString("en-US");

/** Says how many a second, by the clock, and what one took of the processors. */
export const sayRate = (
  what: string,
  unit: string,
  { count, spent }: { readonly count: number; readonly spent: Spent },
) => {
  const each = (seconds: number): string => `${((seconds * 1_000_000) / count).toFixed(0)} µs`;
  say(what, `${counted(count / spent.clock)} ${unit}/s`);
  say(`  processor time of each: node ${each(spent.node)}, server ${each(spent.server)}`, "");
};
