import { closeSync, fstatSync, fsyncSync, ftruncateSync, openSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { type ChainHead, type Entry, hashAfter, textOf } from "@victim-rights/restitution";
import { refused } from "../io/refused.ts";
import { systemProblem } from "../io/system-problem.ts";
import { formatLine } from "./journal-line.ts";
import type { Journal } from "./read-journal.ts";

/** Only their owner may read what is written here: names and addresses are in it. */
const PRIVATE = 0o600;

/**
 * Writes entries at the end of a journal in one write, and comes back when the disk has them. What cannot be written whole is
 * taken back. Throws `Refused` when the file is not as it was read: somebody has written past the lock.
 */
export const appendLines = (path: string, journal: Journal, entries: readonly Entry[]): ChainHead => {
  const { text, head } = linesOf(journal, entries);
  const isNew = journal.bytes === 0;
  const file = openSync(path, "a", PRIVATE);
  try {
    if (fstatSync(file).size !== journal.bytes) throw changed(path);
    writeWhole(file, Buffer.from(text), { path, before: journal.bytes });
  } finally {
    closeSync(file);
  }
  if (isNew) syncFolder(dirname(path));
  return head;
};

const linesOf = ({ head, isEnded }: Journal, entries: readonly Entry[]): { text: string; head: ChainHead } => {
  const lines: string[] = isEnded ? [] : ["\n"];
  let last = head;
  for (const [at, entry] of entries.entries()) {
    const text = textOf(entry);
    last = { seq: entry.seq, hash: hashAfter(last.hash, text) };
    lines.push(formatLine({ text, hash: last.hash, goesOn: at < entries.length - 1 }));
  }
  return { text: lines.join(""), head: last };
};

const writeWhole = (file: number, bytes: Buffer, { path, before }: { path: string; before: number }): void => {
  try {
    for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written);
    fsyncSync(file);
  } catch (error) {
    takeBack(file, before);
    const problem = systemProblem(error);
    throw problem === null ? error : refused([{ ...problem, where: path, fix: "nothing was posted" }]);
  }
};

/** Where even this fails, the journal has a torn end, which is found when it is read. */
const takeBack = (file: number, before: number): void => {
  try {
    ftruncateSync(file, before);
  } catch {
    return;
  }
};

const changed = (where: string) =>
  refused([
    {
      where,
      problem: "the journal was changed while it was read, by something that did not take the lock; nothing was posted",
      fix: "find out what writes to it, then run `victim-rights ledger verify` and post again",
    },
  ]);

/** A file that is new is on the disk when its folder is. Some systems do not open folders, and see to it themselves. */
const syncFolder = (folder: string): void => {
  try {
    const opened = openSync(folder, "r");
    fsyncSync(opened);
    closeSync(opened);
  } catch {
    return;
  }
};
