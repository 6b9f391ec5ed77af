import { randomBytes } from "node:crypto";
import { linkSync, readFileSync, rmSync } from "node:fs";
import { hostname } from "node:os";
import process from "node:process";
import { Instant } from "@victim-rights/core";
import { z } from "zod";
import { now } from "./clock.ts";
import { writeBeside } from "./write-beside.ts";

/** Who holds a lock. */
export const LockHolder = z.strictObject({
  pid: z.int().min(1),
  host: z.string(),
  startedAt: Instant,
  token: z.string().regex(/^[0-9a-f]{32}$/u),
});
export type LockHolder = z.infer<typeof LockHolder>;

/** A lock that was taken, or who has it; `null` for a lock that nobody can be read from. */
export type LockOutcome =
  | { readonly ok: true; readonly release: () => void; readonly tookOver: LockHolder | null }
  | { readonly ok: false; readonly holder: LockHolder | null };

/**
 * Takes a lock: a file that only one process can make. The lock of a process of this computer that is gone is taken over;
 * of another computer's process nothing can be known here, so its lock stands.
 */
export const takeLock = (path: string): LockOutcome => {
  const own = { pid: process.pid, host: hostname(), startedAt: now(), token: randomBytes(16).toString("hex") };
  if (make(path, own)) return taken(path, own, null);
  const holder = lockHolder(path);
  if (holder === null || !isGone(holder) || !removeStale(path, holder)) return { ok: false, holder };
  return make(path, own) ? taken(path, own, holder) : { ok: false, holder: lockHolder(path) };
};

/** Who holds a lock; `null` when nobody does, or the file says nothing that can be read. */
export const lockHolder = (path: string): LockHolder | null => {
  try {
    return LockHolder.safeParse(JSON.parse(readFileSync(path, "utf8"))).data ?? null;
  } catch {
    return null;
  }
};

/** Whether a process of this computer no longer runs. */
export const isGone = ({ pid, host }: LockHolder): boolean => {
  if (host !== hostname()) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return codeOf(error) === "ESRCH";
  }
};

const taken = (path: string, own: LockHolder, tookOver: LockHolder | null): LockOutcome => ({
  ok: true,
  tookOver,
  release: () => {
    if (lockHolder(path)?.token === own.token) rmSync(path, { force: true });
  },
});

/** The file appears with its content, so that nobody ever reads a half of it. */
const make = (path: string, holder: LockHolder): boolean => {
  const beside = writeBeside(path, `${JSON.stringify(holder)}\n`, 0o600);
  try {
    linkSync(beside, path);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(beside, { force: true });
  }
};

/**
 * Of several processes that find one stale lock, one removes it. Whoever comes late must not remove the lock that the
 * first has taken since, so only the maker of a second file, named after the stale lock, may remove that one.
 */
const removeStale = (path: string, stale: LockHolder): boolean => {
  const claim = `${path}.${stale.token}`;
  if (!make(claim, stale)) return false;
  try {
    if (lockHolder(path)?.token !== stale.token) return false;
    rmSync(path, { force: true });
    return true;
  } finally {
    rmSync(claim, { force: true });
  }
};

const codeOf = (error: unknown): string => (error instanceof Error && "code" in error ? String(error.code) : "");
