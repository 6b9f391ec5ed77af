import { Instant } from "@victim-rights/core";
import { packKeyId, type PrivatePackKey, type PublicPackKey } from "@victim-rights/rules/pack";
import * as Result from "effect/Result";
import { base64url, CompactSign, compactVerify, decodeJwt, decodeProtectedHeader, importJWK } from "jose";
import { z } from "zod";
import { CheckpointRefused } from "./errors.ts";
import { canonicalText, Hash } from "./hash.ts";
import type { LogHead } from "./seal-batch.ts";
import { rootOf } from "./merkle-tree.ts";

/** Names a log for good: a checkpoint of one log never passes for one of another. */
export const LogId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9./-]{0,99}$/u, "write a log's id in lower case, such as `example/agency`");
export type LogId = z.infer<typeof LogId>;

/** What a signer vouches for: the log had these events, in this order, when it was signed. */
export const Checkpoint = z.strictObject({
  log: LogId,
  /** The number and the hash of the last batch. */
  batch: z.int().min(1),
  hash: Hash,
  /** The number of events, and the root of the tree over them. */
  size: z.int().min(1),
  root: Hash,
  signedAt: Instant,
});
export type Checkpoint = Readonly<z.infer<typeof Checkpoint>>;

/** A type of its own, so that a signature made for anything else, such as a pack of rules, never passes for a checkpoint. */
const HEADER = { alg: "Ed25519", typ: "victim-rights-audit-checkpoint" } as const;

/** A checkpoint with the key that signed it. */
export type SignedCheckpoint = { readonly checkpoint: Checkpoint; readonly keyId: string };

/** The checkpoint of a log as it is sealed now; `null` when nothing is sealed yet. */
export const checkpointOf = (log: LogId, head: LogHead, signedAt: Instant): Checkpoint | null =>
  head.batches === 0
    ? null
    : { log, batch: head.batches, hash: head.hash, size: head.tree.size, root: rootOf(head.tree), signedAt };

/**
 * Signs a checkpoint as a JSON Web Signature in its compact form (RFC 7515) with an Ed25519 key. Whoever keeps a copy
 * elsewhere is a witness: the log can no longer be cut or written anew without their seeing it. Rejects with the platform's
 * `DataError` when the key's secret half is another key's.
 */
export const signCheckpoint = async (checkpoint: Checkpoint, key: PrivatePackKey): Promise<string> => {
  const { kty, crv, x, d } = key;
  return new CompactSign(new TextEncoder().encode(canonicalText(checkpoint)))
    .setProtectedHeader({ ...HEADER, kid: await packKeyId(key) })
    .sign(await importJWK({ kty, crv, x, d }, HEADER.alg));
};

/**
 * Reads a signed checkpoint and checks its signature. Only the keys given are relied on.
 * @errors `CheckpointRefused`.
 */
export const readCheckpoint = async (
  compact: string,
  trust: readonly PublicPackKey[],
): Promise<Result.Result<SignedCheckpoint, CheckpointRefused>> => {
  const keyId = keyNamedBy(compact);
  const checkpoint = Checkpoint.safeParse(payloadOf(compact));
  if (keyId === null || !checkpoint.success) return refused("malformed");
  const keys = await Promise.all(trust.map(async (each) => ((await packKeyId(each)) === keyId ? [each] : [])));
  const key = keys.flat()[0];
  if (key === undefined) return refused("key-unknown");
  return isStrictBase64(compact) && (await isSignedBy(key, compact))
    ? Result.succeed({ checkpoint: checkpoint.data, keyId })
    : refused("signature-invalid");
};

const refused = (why: CheckpointRefused["why"]) => Result.fail(new CheckpointRefused({ why }));

const keyNamedBy = (compact: string): string | null => {
  try {
    return decodeProtectedHeader(compact).kid ?? null;
  } catch {
    return null;
  }
};

const payloadOf = (compact: string): unknown => {
  try {
    return decodeJwt(compact);
  } catch {
    return null;
  }
};

/** The last digit of a signature has bits that decoding drops: only one of its forms is the signer's. */
const isStrictBase64 = (compact: string): boolean =>
  compact.split(".").every((part) => base64url.encode(base64url.decode(part)) === part);

const isSignedBy = async ({ kty, crv, x }: PublicPackKey, compact: string): Promise<boolean> =>
  // A library that refuses a signature says so by throwing.
  importJWK({ kty, crv, x }, HEADER.alg)
    .then((key) => compactVerify(compact, key, { algorithms: [HEADER.alg] }))
    .then(
      ({ protectedHeader }) => protectedHeader.typ === HEADER.typ,
      () => false,
    );
