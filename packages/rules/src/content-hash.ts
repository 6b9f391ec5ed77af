import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { invariant } from "@victim-rights/core";
import canonicalize from "canonicalize";

/** SHA-256 of a JSON value's canonical form (RFC 8785), in hexadecimal: key order and white space do not change it. */
export const contentHash = (value: unknown): string => {
  const text = canonicalize(value);
  invariant(text !== undefined, "only JSON has a hash");
  return bytesToHex(sha256(utf8ToBytes(text)));
};
