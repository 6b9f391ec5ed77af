import { createCipheriv, createDecipheriv, createSecretKey, randomBytes } from "node:crypto";
import { invariant } from "@victim-rights/core";

/** The length of a key for AES-256, in bytes. */
export const KEY_BYTES = 32;

const ALGORITHM = "aes-256-gcm";
const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** What a sealed value is longer than what it seals. */
export const SEAL_BYTES = 1 + NONCE_BYTES + TAG_BYTES;

/** A key, and what a value is bound to: it opens only where the same is given. */
export type Binding = { readonly key: Uint8Array; readonly boundTo: readonly string[] };

/**
 * Seals bytes with AES-256-GCM of the platform (NIST SP 800-38D): a version, a random nonce of 96 bits, the ciphertext
 * and a tag of 128 bits. One key seals at most 2³² values before nonces may meet.
 */
export const sealBytes = (plain: Uint8Array, { key, boundTo }: Binding): Uint8Array => {
  invariant(key.length === KEY_BYTES, "a key for AES-256 has 32 bytes");
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, createSecretKey(key), nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(associatedData(boundTo));
  const sealed = [cipher.update(plain), cipher.final()];
  return Buffer.concat([Buffer.of(VERSION), nonce, ...sealed, cipher.getAuthTag()]);
};

/** Opens what `sealBytes` made; `null` when it was changed, or was bound to something else or sealed with another key. */
export const openBytes = (sealed: Uint8Array, { key, boundTo }: Binding): Uint8Array | null => {
  if (sealed.length < SEAL_BYTES || sealed[0] !== VERSION) return null;
  const decipher = createDecipheriv(ALGORITHM, key, sealed.subarray(1, 1 + NONCE_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(associatedData(boundTo));
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  const plain = decipher.update(sealed.subarray(1 + NONCE_BYTES, -TAG_BYTES));
  try {
    return Buffer.concat([plain, decipher.final()]);
  } catch {
    return null;
  }
};

/** Each part with its length before it, so that two lists of parts never make the same bytes. */
const associatedData = (parts: readonly string[]): Uint8Array =>
  Buffer.concat(
    [`victim-rights/${VERSION}`, ...parts].flatMap((part) => {
      const bytes = Buffer.from(part, "utf8");
      const length = Buffer.alloc(4);
      length.writeUInt32BE(bytes.length);
      return [length, bytes];
    }),
  );
