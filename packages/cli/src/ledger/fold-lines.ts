import { hash } from "node:crypto";
import { ZoneId } from "@victim-rights/core";
import {
  AgencyPolicy,
  AllocationFile,
  append,
  type ChainHead,
  type Entry,
  type EntryHash,
  GENESIS,
  type Ledger,
  openLedger,
} from "@victim-rights/restitution";
import * as Result from "effect/Result";
import { BrokenLine, type WhyBroken } from "./broken-line.ts";
import type { FileLine } from "../io/file-lines.ts";
import { isCutOff, type JournalLine, parseEntry, readLine } from "./journal-line.ts";

/** How closely a journal is looked at. */
export type Look = {
  /** Told of every entry that counts, in order. */
  readonly onEntry?: (head: ChainHead) => void;
  /** A closer look at an entry than the folding needs: what is wrong with it, or `null`. */
  readonly inspect?: (entry: Entry, text: string) => Pick<BrokenLine, "why" | "details"> | null;
};

/** How far the lines of a journal are folded. Only `foldLine` writes in it. */
export type Folded = {
  ledger: Ledger;
  /** The last entry that counts. */
  head: ChainHead;
  /** The hash of the last line read, whether it counts yet or not. */
  last: EntryHash;
  /** Entries that were written together with one that has not come yet. */
  waiting: { readonly entry: Entry; readonly hash: EntryHash }[];
  /** Where the first line begins that does not count yet. */
  open: Pick<FileLine, "at" | "number"> | null;
  /** The line that was cut off, which is torn at the end of a journal and damaged anywhere else. */
  cut: FileLine | null;
  bytesRead: number;
  /** Up to the last entry that counts. */
  bytes: number;
  isEnded: boolean;
};

/** No law is needed to read entries: they carry their own grounds. */
const NO_LAW = {
  file: AllocationFile.parse({ jurisdiction: "xx-xx", edition: "none", interest: null, policies: [], uses: [] }),
  policy: AgencyPolicy.parse({ jurisdiction: "xx-xx" }),
  zone: ZoneId.parse("UTC"),
};

/** Before the first line. */
export const nothingFolded = (): Folded => ({
  ledger: openLedger(NO_LAW),
  head: GENESIS,
  last: GENESIS.hash,
  waiting: [],
  open: null,
  cut: null,
  bytesRead: 0,
  bytes: 0,
  isEnded: true,
});

/** Takes the next line; gives what is wrong with it, or `null`. */
export const foldLine = (folded: Folded, line: FileLine, look: Look): BrokenLine | null => {
  if (folded.cut !== null) return broken(folded, folded.cut, { why: "not-a-line" });
  folded.bytesRead = line.at + line.bytes + (line.isEnded ? 1 : 0);
  folded.open ??= line;
  const parsed = line.text === null ? null : readLine(line.text);
  if (parsed !== null) return foldParsed(folded, { line, parsed }, look);
  if (!isTorn(line)) return broken(folded, line, { why: line.text === null ? "not-text" : "not-a-line" });
  folded.cut = line;
  return null;
};

const isTorn = ({ isEnded, text }: FileLine): boolean => !isEnded || (text !== null && isCutOff(text));

type Parsed = { readonly line: FileLine; readonly parsed: JournalLine };

const foldParsed = (folded: Folded, { line, parsed }: Parsed, { inspect, onEntry }: Look): BrokenLine | null => {
  if (hash("sha256", `${folded.last}\n${parsed.text}`) !== parsed.hash)
    return broken(folded, line, { why: "hash-differs" });
  const entry = parseEntry(parsed.text);
  if (entry === null) return broken(folded, line, { why: "not-an-entry" });
  if (entry.seq !== nextSeq(folded)) return broken(folded, line, { why: "out-of-place" });
  const found = inspect?.(entry, parsed.text) ?? null;
  if (found !== null) return broken(folded, line, found);
  folded.waiting.push({ entry, hash: parsed.hash });
  folded.last = parsed.hash;
  return parsed.goesOn ? null : count(folded, line, onEntry);
};

/** Everything that was written together counts from here on. */
const count = (folded: Folded, line: FileLine, onEntry: Look["onEntry"]): BrokenLine | null => {
  const together = folded.waiting;
  folded.waiting = [];
  for (const [at, { entry, hash: sealed }] of together.entries()) {
    const ledger = appended(folded.ledger, entry);
    if (ledger === null) return broken(folded, { number: line.number - together.length + at + 1 }, { why: "unfit" });
    folded.ledger = ledger;
    folded.head = { seq: entry.seq, hash: sealed };
    onEntry?.(folded.head);
  }
  folded.open = null;
  folded.bytes = folded.bytesRead;
  folded.isEnded = line.isEnded;
  return null;
};

const nextSeq = ({ head, waiting }: Folded): number => head.seq + waiting.length + 1;

type Found = { readonly why: WhyBroken; readonly details?: readonly string[] };

const broken = (folded: Folded, line: Pick<FileLine, "number">, { why, details = [] }: Found): BrokenLine =>
  new BrokenLine({ line: line.number, seq: nextSeq(folded), why, details });

/** Folding trusts what `post` made; an entry that somebody else sealed may not fit. */
const appended = (ledger: Ledger, entry: Entry): Ledger | null => {
  try {
    return Result.getOrNull(append(ledger, [entry]));
  } catch {
    return null;
  }
};
