import { createReadStream } from "node:fs";
import type { ChainHead, Ledger } from "@victim-rights/restitution";
import * as Result from "effect/Result";
import type { Io } from "../io/io.ts";
import type { BrokenLine } from "./broken-line.ts";
import { type Chunks, fileLines } from "../io/file-lines.ts";
import { type Folded, foldLine, type Look, nothingFolded } from "./fold-lines.ts";

/** The end of a journal that was begun to be written and never finished: nobody was told that it was posted. */
export type Torn = {
  /** The byte and the line that it begins at: the first of those that were written together. */
  readonly at: number;
  readonly line: number;
  readonly bytes: number;
};

/** A journal as far as it is whole. */
export type Journal = {
  /** Without law: give it the law that it is kept by with `underLaw`. */
  readonly ledger: Ledger;
  readonly head: ChainHead;
  /** Where the next line goes. */
  readonly bytes: number;
  /** Whether the last line ends as it should; the next one ends it otherwise. */
  readonly isEnded: boolean;
  readonly torn: Torn | null;
};

/**
 * Reads a journal: every line's hash is verified, and entries that were written together count once all of them are there.
 * Ctrl-C is heard while it is read.
 * @errors `BrokenLine` for the first line that is not what was written. A torn end is no error: `torn` tells of it.
 */
export const readJournal = (
  { signal }: Pick<Io, "signal">,
  path: string,
  look: Look = {},
): Promise<Result.Result<Journal, BrokenLine>> =>
  readChunks(createReadStream(path, { highWaterMark: AT_ONCE, signal }) as AsyncIterable<Buffer>, look);

const AT_ONCE = 1 << 20;

/** Reads a journal's bytes, in whatever pieces they come. */
export const readChunks = async (chunks: Chunks, look: Look = {}): Promise<Result.Result<Journal, BrokenLine>> => {
  const folded = nothingFolded();
  for await (const lines of fileLines(chunks))
    for (const line of lines) {
      const broken = foldLine(folded, line, look);
      if (broken !== null) return Result.fail(broken);
    }
  return Result.succeed(journalOf(folded));
};

/** A journal of which nothing is written yet. */
export const emptyJournal = (): Journal => journalOf(nothingFolded());

const journalOf = ({ ledger, head, bytes, isEnded, open, bytesRead }: Folded): Journal => ({
  ledger,
  head,
  bytes,
  isEnded,
  torn: open === null ? null : { at: open.at, line: open.number, bytes: bytesRead - open.at },
});
