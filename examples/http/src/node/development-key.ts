import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { JWK } from "jose";
import { developmentIssuer, type DevelopmentIssuer } from "../access/development-issuer.ts";

/** Where the development key lies: under `out`, which is never committed, for its owner alone to read. */
const DEVELOPMENT_KEY = join(import.meta.dirname, "..", "..", "..", "..", "out", "serve", "development-key.json");

/** Makes a development key anew and keeps it, so that `npm run token` can sign with it until the next start. */
export const freshDevelopmentIssuer = async (): Promise<DevelopmentIssuer> => {
  const issuer = await developmentIssuer();
  mkdirSync(dirname(DEVELOPMENT_KEY), { recursive: true });
  writeFileSync(DEVELOPMENT_KEY, JSON.stringify(issuer.privateJwk), { mode: 0o600 });
  return issuer;
};

/** The issuer of the key that the running service was started with; `null` where none was. */
export const keptDevelopmentIssuer = async (): Promise<DevelopmentIssuer | null> => {
  try {
    return await developmentIssuer(JSON.parse(readFileSync(DEVELOPMENT_KEY, "utf8")) as JWK);
  } catch {
    return null;
  }
};
