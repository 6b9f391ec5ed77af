import { execFileSync } from "node:child_process";
import { chownSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { canKillServers, killServer, type ServerFaults } from "./crash-server.ts";

/** A server that tests may fill as they like, where to reach it, and how it was found. */
export type TestServer = {
  readonly url: string;
  readonly how: string;
  /** How to crash it; `null` for a server that somebody else runs. */
  readonly faults: ServerFaults | null;
  readonly stop: () => void;
};

/**
 * A PostgreSQL server for the tests: one of this machine's own programs, with an empty cluster of its own, else the one
 * that `DATABASE_URL` names; `null` where there is neither.
 */
export const startServer = ({ fsync = "off" }: { readonly fsync?: "on" | "off" } = {}): TestServer | null => {
  const own = startOwn(fsync);
  if (own !== null) return own;
  const url = process.env["DATABASE_URL"];
  return url === undefined || url === "" ? null : { url, how: "DATABASE_URL", faults: null, stop: () => undefined };
};

const startOwn = (fsync: "on" | "off"): TestServer | null => {
  const programs = programsFolder();
  const owner = serverOwner();
  if (programs === null || owner === null) return null;
  const folder = mkdtempSync(join(tmpdir(), "victim-rights-storage-"));
  if (owner.uid !== undefined) chownSync(folder, owner.uid, owner.gid ?? owner.uid);
  const cluster = join(folder, "cluster");
  const run = (program: string, ...args: readonly string[]): void =>
    void execFileSync(join(programs, program), args, { ...owner, cwd: folder, stdio: "ignore" });
  run("initdb", "-D", cluster, "-U", "tester", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync");
  const start = (): void =>
    run("pg_ctl", "-D", cluster, "-w", "-o", `-c listen_addresses= -c fsync=${fsync} -k ${folder}`, "start");
  const stopAtOnce = (): void => run("pg_ctl", "-D", cluster, "-w", "-m", "immediate", "stop");
  start();
  const version = execFileSync(join(programs, "postgres"), ["--version"]).toString().trim();
  return {
    url: `postgres://tester@/postgres?host=${encodeURIComponent(folder)}`,
    how: version,
    faults: canKillServers() ? { kill: () => killServer(cluster, folder), stopAtOnce, startAgain: start } : null,
    stop: () => {
      stopAtOnce();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** Where `initdb` and `pg_ctl` are: on the path, or where Debian keeps them, the newest version first. */
const programsFolder = (): string | null => {
  const versions = foldersIn("/usr/lib/postgresql").toSorted((one, other) => Number(other) - Number(one));
  const folders = [
    ...(process.env["PATH"] ?? "").split(delimiter),
    ...versions.map((version) => `/usr/lib/postgresql/${version}/bin`),
  ];
  return (
    folders.find((folder) => folder !== "" && ["initdb", "pg_ctl"].every((name) => runs(join(folder, name)))) ?? null
  );
};

const foldersIn = (path: string): readonly string[] => {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
};

const runs = (program: string): boolean => {
  try {
    execFileSync(program, ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
};

type Owner = { readonly uid?: number; readonly gid?: number };

/** The server refuses to run as root: then an account without rights runs it; `null` when there is none. */
const serverOwner = (): Owner | null => {
  if (process.getuid?.() !== 0) return {};
  const accounts = readFileSync("/etc/passwd", "utf8");
  const entry = /^postgres:[^:]*:(\d+):(\d+):/mu.exec(accounts) ?? /^nobody:[^:]*:(\d+):(\d+):/mu.exec(accounts);
  return entry === null ? null : { uid: Number(entry[1]), gid: Number(entry[2]) };
};
