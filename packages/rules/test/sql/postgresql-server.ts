import { execFileSync } from "node:child_process";
import { chownSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import type { Engine } from "./engine.ts";

/** A PostgreSQL server from this machine's own programs, with an empty cluster of its own; `null` where there are none. */
export const postgresqlServer = async (): Promise<Engine | null> => {
  const owner = serverOwner();
  if (owner === null || !hasServer()) return null;
  const folder = mkdtempSync(join(tmpdir(), "victim-rights-pg-"));
  if (owner.uid !== undefined) chownSync(folder, owner.uid, owner.gid ?? owner.uid);
  const cluster = join(folder, "cluster");
  const run = (program: string, ...args: readonly string[]): void =>
    void execFileSync(program, args, { ...owner, cwd: folder, stdio: "ignore" });
  run("initdb", "-D", cluster, "-U", "tester", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync");
  run("pg_ctl", "-D", cluster, "-w", "-o", `-c listen_addresses= -c fsync=off -k ${folder}`, "start");
  const client = new Client({ host: folder, user: "tester", database: "postgres" });
  await client.connect();
  return {
    name: "PostgreSQL server",
    dialect: "postgresql",
    exec: async (sql) => void (await client.query(sql)),
    rows: async (sql) => (await client.query<Record<string, unknown>>(sql)).rows,
    close: async () => {
      await client.end();
      run("pg_ctl", "-D", cluster, "-w", "-m", "immediate", "stop");
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

const hasServer = (): boolean => {
  try {
    execFileSync("initdb", ["--version"], { stdio: "ignore" });
    execFileSync("pg_ctl", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
};

/** The server refuses to run as root: then it is run by the account that its package made; `null` when there is none. */
const serverOwner = (): { readonly uid?: number; readonly gid?: number } | null => {
  if (process.getuid?.() !== 0) return {};
  const entry = /^postgres:[^:]*:(\d+):(\d+):/mu.exec(readFileSync("/etc/passwd", "utf8"));
  return entry === null ? null : { uid: Number(entry[1]), gid: Number(entry[2]) };
};
