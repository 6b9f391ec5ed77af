import canonicalize from "canonicalize";
import { CompactSign, importJWK } from "jose";
import type { PackManifest } from "./manifest.ts";
import { packKeyId, type PrivatePackKey } from "./pack-key.ts";
import type { SignedPack } from "./signature-file.ts";

/** Ed25519 under its own name (RFC 9864), and a type of our own, so that a signature made for anything else never passes here. */
export const SIGNATURE_HEADER = { alg: "Ed25519", typ: "victim-rights-pack" } as const;

/** What is signed: the manifest's canonical JSON in UTF-8. */
export const payloadOf = (manifest: PackManifest): Uint8Array => new TextEncoder().encode(canonicalize(manifest));

/**
 * Signs a manifest. The same key signs the same manifest in the same bytes, whenever it does. Rejects with the platform's
 * `DataError` when the key's secret half is another key's.
 */
export const signPack = async (manifest: PackManifest, key: PrivatePackKey): Promise<SignedPack> => {
  const kid = await packKeyId(key);
  const { kty, crv, x, d } = key;
  const compact = await new CompactSign(payloadOf(manifest))
    .setProtectedHeader({ ...SIGNATURE_HEADER, kid })
    .sign(await importJWK({ kty, crv, x, d }, SIGNATURE_HEADER.alg));
  return { manifest, signature: compact.replace(/\.[^.]*\./u, "..") };
};
