import { calculateJwkThumbprint, exportJWK, generateKeyPair } from "jose";
import { z } from "zod";

const base64url32 = z.string().regex(/^[\w-]{43}$/u, "write 32 bytes in base64url");

const shape = { kty: z.literal("OKP"), crv: z.literal("Ed25519"), x: base64url32 };

/** A key that checks signatures, as a JSON Web Key (RFC 8037). A name it may carry is ignored: a key is known by its thumbprint. */
export const PublicPackKey = z.strictObject({ ...shape, kid: z.string().optional() });
export type PublicPackKey = z.infer<typeof PublicPackKey>;

/** A key that signs; `d` is its secret part, which no message and no other file may hold. */
export const PrivatePackKey = z.strictObject({ ...shape, d: base64url32, kid: z.string().optional() });
export type PrivatePackKey = z.infer<typeof PrivatePackKey>;

/** Two halves of one key. */
export type PackKeyPair = { readonly publicKey: PublicPackKey; readonly privateKey: PrivatePackKey };

/** Makes a new Ed25519 key from the platform's own source of randomness. */
export const generatePackKey = async (): Promise<PackKeyPair> => {
  const pair = await generateKeyPair("Ed25519", { extractable: true });
  const privateKey = PrivatePackKey.parse(only(await exportJWK(pair.privateKey)));
  const kid = await packKeyId(privateKey);
  return { publicKey: publicHalf({ ...privateKey, kid }), privateKey: { ...privateKey, kid } };
};

const only = ({ kty, crv, x, d }: Readonly<Record<string, unknown>>): unknown => ({ kty, crv, x, d });

/** The half of a key that may be given away. */
export const publicHalf = ({ kty, crv, x, kid }: PrivatePackKey): PublicPackKey => ({
  kty,
  crv,
  x,
  ...(kid === undefined ? {} : { kid }),
});

/** What a key is known by: the SHA-256 thumbprint of its public half (RFC 7638) in base64url. */
export const packKeyId = ({ kty, crv, x }: PublicPackKey): Promise<string> =>
  calculateJwkThumbprint({ kty, crv, x }, "sha256");
