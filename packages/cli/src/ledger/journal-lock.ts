import { realpathSync } from "node:fs";
import { resolve } from "node:path";
import * as Result from "effect/Result";
import { EXIT } from "../io/exit-code.ts";
import { type Failure, failure } from "../io/failure.ts";
import type { Io } from "../io/io.ts";
import { isGone, lockHolder, type LockHolder, takeLock } from "../io/lock-file.ts";

/** A journal's own place, whatever links lead to it, so that every writer finds the same lock. */
export const journalPlace = (io: Pick<Io, "cwd">, journal: string): string => {
  const path = resolve(io.cwd, journal);
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
};

const lockPath = (place: string): string => `${place}.lock`;

/**
 * Does something while no other process writes to a journal. The lock is let go whatever happens, so nothing is printed in
 * here: whoever reads may have gone.
 */
export const whileLocked = async <T>(
  io: Io,
  journal: string,
  work: (place: string) => Promise<Result.Result<T, Failure>>,
): Promise<Result.Result<T, Failure>> => {
  const place = journalPlace(io, journal);
  const lock = takeLock(lockPath(place));
  if (!lock.ok) return Result.fail(lockedBy(lock.holder, lockPath(place)));
  try {
    if (lock.tookOver !== null) io.err(`notice: took over the lock of ${told(lock.tookOver)}, which no longer runs\n`);
    return await work(place);
  } finally {
    lock.release();
  }
};

/** The process that is writing to a journal now, as far as can be known. */
export const writerOf = (place: string): string | null => {
  const holder = lockHolder(lockPath(place));
  return holder === null || isGone(holder) ? null : told(holder);
};

const lockedBy = (holder: LockHolder | null, path: string): Failure =>
  failure(EXIT.badInput, [
    holder === null
      ? { where: path, problem: "the lock is another's, and does not say whose", fix: `try again; ${removeBy}` }
      : {
          where: path,
          problem: `${told(holder)} is writing to the journal; nothing was posted`,
          fix: `try again when it is done; ${removeBy}`,
        },
  ]);

const removeBy = "remove the file only when you know that nothing writes";

const told = ({ pid, host, startedAt }: LockHolder): string => `process ${pid} on ${host} (since ${startedAt})`;
