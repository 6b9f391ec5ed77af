import { epochMilliseconds, type Instant } from "@victim-rights/core";
import { jwtVerify, type JWTVerifyGetKey } from "jose";
import { z } from "zod";
import { dropOldest } from "../http/drop-oldest.ts";
import { type Caller, Purpose, Role } from "./caller.ts";

/** Which tokens are believed: who issued them, for whom, and where the issuer's public keys are. */
export type TokenTrust = {
  readonly issuer: string;
  readonly audience: string;
  readonly keys: JWTVerifyGetKey;
  /** Signatures alone: neither `none` nor a shared secret can be in this list. */
  readonly algorithms: readonly ("EdDSA" | "ES256" | "ES384" | "PS256" | "RS256")[];
  /** Tokens that were issued longer ago than this are refused, whatever they say themselves. */
  readonly mostMinutes: number;
};

const Claims = z.object({
  sub: z.string().trim().min(1).max(200),
  role: Role,
  purposes: z.array(Purpose).min(1),
  exp: z.number(),
});

const BEARER = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/u;

/** Who asks, by the `Authorization` header; `null` for anything but one token that holds in every point. */
export type TokenReader = (header: string | undefined, now: Instant) => Promise<Caller | null>;

type Held = { readonly caller: Caller; readonly until: number };

/** So many tokens are remembered at most, and each for so long: a key that is taken back is noticed within it. */
const MOST_HELD = 1000;
const HELD_MS = 60_000;

/** Reads tokens, and remembers for a minute those that held, never past their own end. */
export const tokenReader = (trust: TokenTrust): TokenReader => {
  const held = new Map<string, Held>();
  return async (header, now) => {
    const token = BEARER.exec(header ?? "")?.[1];
    if (token === undefined) return null;
    const at = epochMilliseconds(now);
    const known = held.get(token);
    if (known !== undefined && isGood(known, at)) return known.caller;
    held.delete(token);
    const read = Claims.safeParse(await claimsOf(token, trust, now));
    if (!read.success) return null;
    const { sub: subject, role, purposes, exp } = read.data;
    dropOldest(held, MOST_HELD);
    held.set(token, { caller: { subject, role, purposes }, until: Math.min(exp * 1000, at + HELD_MS) });
    return { subject, role, purposes };
  };
};

const isGood = ({ until }: Held, at: number): boolean => at < until && at >= until - HELD_MS;

/** Why a token does not hold is nobody's business but the issuer's: the library's error is not passed on. */
const claimsOf = async (token: string, trust: TokenTrust, now: Instant): Promise<unknown> => {
  const { issuer, audience, algorithms, mostMinutes } = trust;
  try {
    const { payload } = await jwtVerify(token, trust.keys, {
      issuer,
      audience,
      algorithms: [...algorithms],
      requiredClaims: ["sub", "exp", "iat"],
      maxTokenAge: mostMinutes * 60,
      currentDate: new Date(now),
    });
    return payload;
  } catch {
    return null;
  }
};
