import { existsSync } from "node:fs";
import * as Result from "effect/Result";
import { EXIT } from "../io/exit-code.ts";
import { type Failure, failure, type Problem } from "../io/failure.ts";
import { hearStop } from "../io/hear-stop.ts";
import type { Io } from "../io/io.ts";
import { brokenFailure } from "./broken-line.ts";
import type { Look } from "./fold-lines.ts";
import { journalPlace, whileLocked, writerOf } from "./journal-lock.ts";
import { emptyJournal, type Journal, readJournal, type Torn } from "./read-journal.ts";
import { setTornAside } from "./set-torn-aside.ts";

/** Reads a journal to answer from it. A torn end is left out and told: nobody was told that it was posted. */
export const openToRead = async (io: Io, path: string, look: Look = {}): Promise<Result.Result<Journal, Failure>> => {
  const place = journalPlace(io, path);
  if (!existsSync(place)) return Result.fail(noJournal(path, "check the path"));
  const read = await readJournal(io, place, look);
  if (Result.isFailure(read)) return Result.fail(brokenFailure(path, read.failure));
  const { torn } = read.success;
  if (torn !== null) io.err(`notice: ${tornNotice(path, torn, writerOf(place))}\n`);
  return Result.succeed(read.success);
};

/** How a journal is opened to write. */
export type Writing = {
  readonly journal: string;
  /** Whether a journal that is not there is begun. */
  readonly create: boolean;
  /** Whether a torn end is moved into a file of its own. */
  readonly dropTorn: boolean;
};

/** A journal that nobody else writes to while it is open, and where it is. */
export type Opened = { readonly place: string; readonly journal: Journal };

/** Opens a journal to write, lets the work be done on it, and closes it again whatever happens. */
export const openToWrite = <T>(
  io: Io,
  { journal: path, create, dropTorn }: Writing,
  work: (opened: Opened) => Promise<Result.Result<T, Failure>>,
): Promise<Result.Result<T, Failure>> =>
  whileLocked(io, path, async (place) => {
    if (!existsSync(place))
      return create
        ? work({ place, journal: emptyJournal() })
        : Result.fail(noJournal(path, "check the path, or begin one with `--create`"));
    const read = await readJournal(io, place);
    if (Result.isFailure(read)) return Result.fail(brokenFailure(path, read.failure));
    const journal = read.success;
    if (journal.torn === null) return work({ place, journal });
    if (!dropTorn) return Result.fail(failure(EXIT.badInput, [tornProblem(path, journal.torn)]));
    await hearStop(io);
    io.err(
      `notice: the torn end of ${path}, ${journal.torn.bytes} bytes, is now in ${setTornAside(place, journal.torn)}\n`,
    );
    return work({ place, journal: { ...journal, torn: null } });
  });

/** Told where a journal is not. */
export const noJournal = (where: string, fix: string): Failure =>
  failure(EXIT.badInput, [{ where, problem: "no such journal", fix }]);

/** How a torn end is told to whoever can mend it. */
export const tornProblem = (path: string, { line, at, bytes }: Torn): Problem => ({
  where: `${path} line ${line}`,
  problem: `the last write was cut off: ${bytes} bytes from byte ${at} on are not whole, and were never told to be posted`,
  fix: "post again with `--drop-torn`, which moves them into a file beside the journal, then repeat what was posted last",
});

const tornNotice = (path: string, torn: Torn, writer: string | null): string =>
  writer === null
    ? `${path} line ${torn.line}: the last write was cut off; ${torn.bytes} bytes are left out, and nothing can be posted until it is mended`
    : `${path} line ${torn.line}: ${torn.bytes} bytes are being written by ${writer} and are left out`;
