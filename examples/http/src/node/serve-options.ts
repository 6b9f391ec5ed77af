import { createRemoteJWKSet } from "jose";
import { parseArgs } from "node:util";
import { z } from "zod";
import type { TokenTrust } from "../access/read-token.ts";
import type { KeptFlags } from "./keeping.ts";

/** How the service is started. */
export type ServeOptions = {
  readonly host: string;
  readonly port: number;
  /** Whether tokens of a development key of this machine are believed; never together with `NODE_ENV=production`. */
  readonly development: boolean;
  readonly seed: boolean;
  /** Where measures are served to this machine alone; `null` where they are not. */
  readonly metricsPort: number | null;
  /** The OpenTelemetry collector that spans and measures are sent to. */
  readonly collector: URL | null;
  readonly origins: readonly string[];
  /** What was said of where things are kept: `keepingFrom` makes it out. */
  readonly kept: KeptFlags;
  /** A file with the agencies' guard policies; `null` where none was given. */
  readonly guardPolicies: string | null;
  /** A file to make a new key ring in, and do nothing else. */
  readonly newKeys: string | null;
};

const Flags = z.object({
  host: z.string().min(1).default("127.0.0.1"),
  port: z.coerce.number().int().min(0).max(65_535).default(8787),
  development: z.boolean().default(false),
  seed: z.boolean().default(false),
  "metrics-port": z.coerce.number().int().min(1).max(65_535).nullable().default(null),
  collector: z
    .url({ protocol: /^https?$/u })
    .nullable()
    .default(null),
  origin: z.array(z.url()).default([]),
  data: z.string().min(1).nullable().default(null),
  database: z.string().min(1).nullable().default(null),
  keys: z.string().min(1).nullable().default(null),
  "new-keys": z.string().min(1).nullable().default(null),
  "guard-policies": z.string().min(1).nullable().default(null),
});

/**
 * Reads the command line.
 * @throws an error whose message says what to write instead.
 */
export const readServeOptions = (argv: readonly string[]): ServeOptions => {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      host: { type: "string" },
      port: { type: "string" },
      development: { type: "boolean" },
      seed: { type: "boolean" },
      "metrics-port": { type: "string" },
      collector: { type: "string" },
      origin: { type: "string", multiple: true },
      data: { type: "string" },
      database: { type: "string" },
      keys: { type: "string" },
      "new-keys": { type: "string" },
      "guard-policies": { type: "string" },
    },
  });
  const read = Flags.parse(values);
  const { origin, collector, "metrics-port": metricsPort, "new-keys": newKeys, ...more } = read;
  const { data, database, keys, "guard-policies": guardPolicies, ...flags } = more;
  const kept = { data, database, keys };
  const others = { collector: collector === null ? null : new URL(collector), origins: origin };
  return { ...flags, ...others, metricsPort, kept, newKeys, guardPolicies };
};

const Environment = z.object({
  VICTIM_RIGHTS_ISSUER: z.string().min(1),
  VICTIM_RIGHTS_AUDIENCE: z.string().min(1),
  VICTIM_RIGHTS_JWKS_URL: z.url({ protocol: /^https$/u }),
});

const TOKEN_MINUTES = 60;

/** Whose tokens are believed: those of a development key, those of an issuer, or nobody's, and then the service does not start. */
type Trusting =
  | { readonly kind: "development" }
  | { readonly kind: "issuer"; readonly trust: TokenTrust }
  | { readonly kind: "refused"; readonly because: string };

/** Whom the service believes, by its options and its environment. */
export const trusting = (
  { development }: Pick<ServeOptions, "development">,
  environment: Readonly<Record<string, string | undefined>>,
): Trusting => {
  const isProduction = environment["NODE_ENV"] === "production";
  if (development && isProduction) return { kind: "refused", because: NOT_IN_PRODUCTION };
  if (development) return { kind: "development" };
  const trust = trustFrom(environment);
  return trust === null ? { kind: "refused", because: SAY_WHOSE } : { kind: "issuer", trust };
};

const NOT_IN_PRODUCTION =
  "`--development` believes keys of this machine, which `NODE_ENV=production` rules out: leave one away";
const SAY_WHOSE =
  "say whose tokens are believed: set VICTIM_RIGHTS_ISSUER, VICTIM_RIGHTS_AUDIENCE and VICTIM_RIGHTS_JWKS_URL (https), or give `--development`";

const trustFrom = (environment: Readonly<Record<string, string | undefined>>): TokenTrust | null => {
  const read = Environment.safeParse(environment);
  if (!read.success) return null;
  return {
    issuer: read.data.VICTIM_RIGHTS_ISSUER,
    audience: read.data.VICTIM_RIGHTS_AUDIENCE,
    keys: createRemoteJWKSet(new URL(read.data.VICTIM_RIGHTS_JWKS_URL)),
    algorithms: ["ES256", "ES384", "EdDSA", "PS256", "RS256"],
    mostMinutes: TOKEN_MINUTES,
  };
};
