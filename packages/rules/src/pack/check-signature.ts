import * as Result from "effect/Result";
import { base64url, compactVerify, decodeProtectedHeader, importJWK } from "jose";
import { PackKeyUnknown, PackSignatureInvalid } from "./errors.ts";
import { packKeyId, type PublicPackKey } from "./pack-key.ts";
import { payloadOf, SIGNATURE_HEADER } from "./sign-pack.ts";
import type { SignedPack } from "./signature-file.ts";

/** Says which trusted key made a signature over its manifest. Only the keys given are relied on, never one that the file brings. */
export const checkSignature = async (
  signed: SignedPack,
  trust: readonly PublicPackKey[],
): Promise<Result.Result<string, PackKeyUnknown | PackSignatureInvalid>> => {
  const keys = new Map(await Promise.all(trust.map(async (key) => [await packKeyId(key), key] as const)));
  const keyId = keyNamedBy(signed.signature);
  const key = keyId === null ? undefined : keys.get(keyId);
  if (keyId === null || key === undefined)
    return Result.fail(new PackKeyUnknown({ keyId, trusted: [...keys.keys()].toSorted() }));
  return (await isSignedBy(key, signed)) ? Result.succeed(keyId) : Result.fail(new PackSignatureInvalid({ keyId }));
};

const keyNamedBy = (signature: string): string | null => {
  const { kid } = headerOf(signature);
  return typeof kid === "string" ? kid : null;
};

/** A header that cannot be read names no key. */
const headerOf = (signature: string): Readonly<Record<string, unknown>> => {
  try {
    return decodeProtectedHeader(signature);
  } catch {
    return {};
  }
};

const isSignedBy = async ({ kty, crv, x }: PublicPackKey, { manifest, signature }: SignedPack): Promise<boolean> => {
  const [header, made] = signature.split("..");
  const whole = `${header}.${base64url.encode(payloadOf(manifest))}.${made}`;
  const { alg, typ } = SIGNATURE_HEADER;
  // A library that refuses a signature says so by throwing.
  return importJWK({ kty, crv, x }, alg)
    .then((key) => compactVerify(whole, key, { algorithms: [alg] }))
    .then(
      ({ protectedHeader }) => protectedHeader.typ === typ,
      () => false,
    );
};
