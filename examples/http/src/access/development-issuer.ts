import { type Instant, epochMilliseconds } from "@victim-rights/core";
import { createLocalJWKSet, exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from "jose";
import type { Caller } from "./caller.ts";
import type { TokenTrust } from "./read-token.ts";

/** Who issues tokens for trying out, and for nothing else. */
export const DEVELOPMENT_ISSUER = "urn:victim-rights:development-only";
export const AUDIENCE = "urn:victim-rights:http";

/** Signs tokens for whoever asks: never more than a way to try the service out. */
export type DevelopmentIssuer = {
  readonly trust: TokenTrust;
  readonly sign: (caller: Caller, now: Instant, minutes?: number) => Promise<string>;
  /** The private key, for the one command that prints tokens. */
  readonly privateJwk: JWK;
};

/** An issuer with a key of its own, made anew unless one is given. */
export const developmentIssuer = async (given?: JWK): Promise<DevelopmentIssuer> => {
  const privateJwk = given ?? (await freshKey());
  const { d: _, ...publicJwk } = privateJwk;
  const key = { ...privateJwk, alg: "EdDSA" };
  return {
    privateJwk,
    trust: {
      issuer: DEVELOPMENT_ISSUER,
      audience: AUDIENCE,
      keys: createLocalJWKSet({ keys: [{ ...publicJwk, alg: "EdDSA", use: "sig" }] }),
      algorithms: ["EdDSA"],
      mostMinutes: 12 * 60,
    },
    sign: (caller, now, minutes = 60) => signed(key, { caller, now, minutes }),
  };
};

const freshKey = async (): Promise<JWK> => {
  const { privateKey } = await generateKeyPair("EdDSA", { extractable: true });
  return exportJWK(privateKey);
};

type Signing = { readonly caller: Caller; readonly now: Instant; readonly minutes: number };

const signed = async (key: JWK, { caller, now, minutes }: Signing): Promise<string> => {
  const seconds = Math.floor(epochMilliseconds(now) / 1000);
  return new SignJWT({ role: caller.role, purposes: [...caller.purposes] })
    .setProtectedHeader({ alg: "EdDSA" })
    .setSubject(caller.subject)
    .setIssuer(DEVELOPMENT_ISSUER)
    .setAudience(AUDIENCE)
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + minutes * 60)
    .sign(await importJWK(key, "EdDSA"));
};
