import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { invariant } from "@victim-rights/core";
import canonicalize from "canonicalize";
import * as Result from "effect/Result";
import { z } from "zod";
import type { Entry } from "./entry.ts";
import { ChainBroken } from "./errors.ts";

/** SHA-256 of an entry and of everything before it, as 64 hexadecimal digits. */
export const EntryHash = z
  .string()
  .regex(/^[0-9a-f]{64}$/u, "write 64 hexadecimal digits")
  .brand<"EntryHash">();
export type EntryHash = z.infer<typeof EntryHash>;

/** How far a chain goes: its last entry, and the hash that stands for everything up to it. */
export const ChainHead = z.strictObject({ seq: z.int().min(0), hash: EntryHash });
export type ChainHead = Readonly<z.infer<typeof ChainHead>>;

/** Where every chain begins: no entry yet. */
export const GENESIS: ChainHead = { seq: 0, hash: "0".repeat(64) as EntryHash };

/** An entry with its hash: whoever changes, drops or inserts one breaks every hash from there on. */
export type SealedEntry = { readonly entry: Entry; readonly hash: EntryHash };

/** The one text of an entry, whatever the order of its keys: canonical JSON (RFC 8785). */
export const textOf = (entry: Entry): string => {
  const text = canonicalize(entry);
  invariant(text !== undefined, "an entry is JSON");
  return text;
};

/** The hash of an entry's text after another. */
export const hashAfter = (previous: EntryHash, text: string): EntryHash =>
  bytesToHex(sha256(utf8ToBytes(`${previous}\n${text}`))) as EntryHash;

/** Seals entries one after another. */
export const seal = (entries: readonly Entry[], after: ChainHead = GENESIS): readonly SealedEntry[] => {
  let previous = after.hash;
  return entries.map((entry) => {
    previous = hashAfter(previous, textOf(entry));
    return { entry, hash: previous };
  });
};

/**
 * Verifies that sealed entries are those that were sealed, in their order. Entries cut off at the end leave a chain that
 * is whole: compare the head returned with one that was kept elsewhere.
 * @returns the head after the last entry.
 * @errors `ChainBroken` for the first entry that is not what was sealed.
 */
export const verify = (
  sealed: readonly SealedEntry[],
  after: ChainHead = GENESIS,
): Result.Result<ChainHead, ChainBroken> => {
  let head = after;
  for (const { entry, hash } of sealed) {
    const seq = head.seq + 1;
    if (entry.seq !== seq) return Result.fail(new ChainBroken({ seq, why: "out-of-place" }));
    if (hashAfter(head.hash, textOf(entry)) !== hash) return Result.fail(new ChainBroken({ seq, why: "hash-differs" }));
    head = { seq, hash };
  }
  return Result.succeed(head);
};
