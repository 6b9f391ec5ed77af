import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { invariant } from "@victim-rights/core";
import canonicalize from "canonicalize";
import { z } from "zod";

/** A SHA-256 hash as 64 hexadecimal digits. */
export const Hash = z
  .string()
  .regex(/^[0-9a-f]{64}$/u, "write 64 hexadecimal digits")
  .brand<"AuditHash">();
export type Hash = z.infer<typeof Hash>;

const LEAF = new Uint8Array([0]);
const NODE = new Uint8Array([1]);

const inHex = (bytes: Uint8Array): Hash => bytesToHex(sha256(bytes)) as Hash;

/** The hash of no bytes: the root of a tree without leaves. */
export const HASH_OF_NOTHING = inHex(new Uint8Array());

/** The one text of a value, whatever the order of its keys: canonical JSON (RFC 8785). */
export const canonicalText = (value: unknown): string => {
  const text = canonicalize(value);
  invariant(text !== undefined, "what is hashed is JSON");
  return text;
};

/** The hash of a value's canonical text. */
export const hashOf = (value: unknown): Hash => inHex(utf8ToBytes(canonicalText(value)));

/** The hash of a leaf (RFC 6962, section 2.1). Its first byte keeps a leaf from passing for a node. */
export const leafHash = (bytes: Uint8Array): Hash => inHex(concatBytes(LEAF, bytes));

/** The leaf of a value: its canonical text in UTF-8. */
export const leafOf = (value: unknown): Hash => leafHash(utf8ToBytes(canonicalText(value)));

/** The hash of a node over its two halves (RFC 6962, section 2.1). */
export const nodeHash = (left: Hash, right: Hash): Hash =>
  inHex(concatBytes(NODE, hexToBytes(left), hexToBytes(right)));
