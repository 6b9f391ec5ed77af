import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setImmediate as turn } from "node:timers/promises";

/** Ways in which a server goes down without having been asked nicely, and how it comes back. */
export type ServerFaults = {
  /** `SIGKILL` to every process of the server at one moment, as when the machine dies but its disk does not. */
  readonly kill: () => Promise<void>;
  /** PostgreSQL's own immediate shutdown: sessions are ended without a word, and nothing is written down. */
  readonly stopAtOnce: () => void;
  /** Starts it again, which reads its log from the last checkpoint on. Returns when it takes connections. */
  readonly startAgain: () => void;
};

/** Whether this machine tells who a process's children are. */
export const canKillServers = (): boolean => existsSync("/proc/self/stat");

/**
 * Kills a server's processes, and waits until none of them runs any more. The first is stopped before it is killed, so
 * that it starts no further one meanwhile. What it would have tidied away is removed for it: a process that nobody has
 * waited for keeps its number, and the server would take that for one that still runs.
 */
export const killServer = async (cluster: string, socketFolder: string): Promise<void> => {
  const lock = join(cluster, "postmaster.pid");
  const first = Number(readFileSync(lock, "utf8").split("\n")[0]);
  signal(first, "SIGSTOP");
  const all = [...childrenOf(first), first];
  for (const pid of all) signal(pid, "SIGKILL");
  while (all.some(runs)) await turn();
  for (const file of [lock, ...socketLocks(socketFolder)]) rmSync(file, { force: true });
};

const socketLocks = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.startsWith(".s.PGSQL."))
    .map((name) => join(folder, name));

const signal = (pid: number, name: NodeJS.Signals): void => {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended by itself.
  }
};

const childrenOf = (parent: number): readonly number[] =>
  readdirSync("/proc")
    .filter((name) => /^\d+$/u.test(name))
    .map(Number)
    .filter((pid) => statOf(pid)?.parent === parent);

const runs = (pid: number): boolean => {
  const stat = statOf(pid);
  return stat !== null && stat.state !== "Z" && stat.state !== "X";
};

const statOf = (pid: number): { readonly state: string; readonly parent: number } | null => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const [state = "", parent = ""] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return { state, parent: Number(parent) };
  } catch {
    return null;
  }
};
