import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import canonicalize from "canonicalize";
import type { FactName } from "../vocabulary/fact-definition.ts";

/** How the canonical JSON of facts with the same names is written: each fact's place among the values, and its label. */
export type DigestPlan = readonly { readonly place: number; readonly label: string }[];

/** Facts are one flat object, so that canonical JSON is their names in order, each with its value. */
export const digestPlan = (names: readonly FactName[]): DigestPlan =>
  names
    .map((name, place) => ({ name, place, label: `${JSON.stringify(name)}:` }))
    .toSorted((left, right) => (left.name < right.name ? -1 : 1));

/** Checked facts as they were when they were read, and their digest once somebody asked for it. */
export type GivenFacts = { readonly plan: DigestPlan; readonly values: readonly unknown[]; digest: string | null };

/**
 * SHA-256 of the canonical JSON (RFC 8785) of what was given, in hexadecimal: facts that are not known at all leave no
 * trace in it, uncertain ones do.
 */
export const digestOf = (given: GivenFacts): string => {
  given.digest ??= bytesToHex(sha256(bytesOf(canonicalFacts(given))));
  return given.digest;
};

const canonicalFacts = ({ plan, values }: GivenFacts): string => {
  let text = "{";
  for (const { place, label } of plan) {
    const value = values[place] ?? null;
    if (value === null) continue;
    if (text.length > 1) text += ",";
    text += label + canonicalValue(value);
  }
  return `${text}}`;
};

const canonicalValue = (value: unknown): string | undefined => {
  if (typeof value === "string" && NEEDS_NO_ESCAPE.test(value)) return `"${value}"`;
  return typeof value === "object" ? canonicalize(value) : JSON.stringify(value);
};

const NEEDS_NO_ESCAPE = /^[\w .:/-]*$/u;

/** The text's bytes in UTF-8; nearly every fact is ASCII, which is quicker to copy than to encode. */
const bytesOf = (text: string): Uint8Array => {
  const bytes = new Uint8Array(text.length);
  for (let place = 0; place < text.length; place += 1) {
    const code = text.charCodeAt(place);
    if (code > 127) return utf8ToBytes(text);
    bytes[place] = code;
  }
  return bytes;
};
