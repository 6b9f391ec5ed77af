import { createHash, randomUUID } from "node:crypto";
import { linkSync, readFileSync, rmSync, statSync, unlinkSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import * as Data from "effect/Data";
import { isRunning, startOf } from "./process-identity.ts";

/** Another process has the data directory open: two at once see different data and corrupt it. */
export class DataDirectoryInUse extends Data.TaggedError("DataDirectoryInUse")<{
  readonly lock: string;
  readonly pid: number | null;
  readonly host: string | null;
}> {
  override get message(): string {
    const holder = this.pid === null ? "another process" : `process ${this.pid} on \`${this.host}\``;
    return `the data directory is open in ${holder}: end it first; remove \`${this.lock}\` only when no process has it open`;
  }
}

/** Somebody took the lock while this process held it, so that it may write no more. */
export class DataDirectoryLost extends Data.TaggedError("DataDirectoryLost")<{ readonly lock: string }> {
  override get message(): string {
    return `\`${this.lock}\` is another process's now: this one stops writing; look whether it stood still for long`;
  }
}

/** Who holds a lock. The process's start tells it from a later one that got the same number. */
type Holder = { readonly token: string; readonly pid: number; readonly host: string; readonly start: string | null };

/** A lock that is held. */
export type DataDirectoryLock = {
  readonly path: string;
  /** Says that this process is alive. @throws `DataDirectoryLost` */
  readonly beat: () => void;
  readonly release: () => void;
};

/** How long a holder of which nothing else can be told may be silent before it counts as gone. */
export const SILENT_AFTER_MS = 60_000;

/** How often a holder says that it is alive. */
export const BEAT_EVERY_MS = 5_000;

/**
 * Takes the lock of a data directory, a file beside it. A lock whose holder is gone is taken over: a process of this
 * machine that no longer runs, or one of another machine that has been silent for `SILENT_AFTER_MS`.
 * @throws `DataDirectoryInUse`
 */
export const lockDataDirectory = (dataDirectory: string, now: () => number = Date.now): DataDirectoryLock => {
  const path = `${dataDirectory}.lock`;
  const mine = { token: randomUUID(), pid: process.pid, host: hostname(), start: startOf(process.pid) };
  take(path, mine, now);
  return {
    path,
    beat: () => {
      if (readHolder(path)?.token !== mine.token) throw new DataDirectoryLost({ lock: path });
      utimesSync(path, now() / 1000, now() / 1000);
    },
    release: () => giveUp(path, mine),
  };
};

const giveUp = (path: string, mine: Holder): void => {
  if (readHolder(path)?.token === mine.token) rmSync(path, { force: true });
};

const take = (path: string, mine: Holder, now: () => number): void => {
  if (!createWith(path, mine)) takeOver(path, mine, now);
};

/** Creates the lock with its content in one step, so that nobody reads half of it; whether it was not there. */
const createWith = (path: string, holder: Holder): boolean => {
  const draft = `${path}.${holder.token}`;
  writeFileSync(draft, JSON.stringify(holder), { flag: "wx", mode: 0o600 });
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  } finally {
    unlinkSync(draft);
  }
};

/**
 * Replaces a lock whose holder is gone, under a guard named for that one holder: whoever has the guard and still finds the
 * holder there is the only one who may remove it. The guard is a lock like any other, so that one which a crash left behind
 * is taken over in its turn.
 */
const takeOver = (path: string, mine: Holder, now: () => number): void => {
  const holder = readHolder(path);
  if (holder === null || !isGone(holder, now() - statSync(path).mtimeMs)) throw inUse(path, holder);
  const guard = `${path}.takeover-${createHash("sha256").update(holder.token).digest("hex").slice(0, 16)}`;
  take(guard, mine, now);
  try {
    const still = readHolder(path);
    if (still !== null && still.token !== holder.token) throw inUse(path, still);
    rmSync(path, { force: true });
    if (!createWith(path, mine)) throw inUse(path, readHolder(path));
  } finally {
    giveUp(guard, mine);
  }
};

const isGone = ({ token: _token, pid, host, start }: Holder, silentForMs: number): boolean => {
  if (host !== hostname()) return silentForMs > SILENT_AFTER_MS;
  if (!isRunning(pid)) return true;
  const startNow = startOf(pid);
  return start === null || startNow === null ? silentForMs > SILENT_AFTER_MS : start !== startNow;
};

const readHolder = (path: string): Holder | null => {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Holder;
  } catch (error) {
    if (codeOf(error) === "ENOENT") return null;
    throw error;
  }
};

const inUse = (lock: string, holder: Holder | null): DataDirectoryInUse =>
  new DataDirectoryInUse({ lock, pid: holder?.pid ?? null, host: holder?.host ?? null });

const codeOf = (error: unknown): unknown => (error instanceof Error && "code" in error ? error.code : undefined);
