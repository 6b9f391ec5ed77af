/** Starts the service on Node: `npm run serve`, or `node examples/http/src/serve.ts --development --seed`. */
import { join } from "node:path";
import { serve } from "@hono/node-server";
import { createKeyRingFile } from "@victim-rights-examples/field-encryption";
import { openTelemetry, type Telemetry } from "@victim-rights-examples/observability";
import { instantAt, Instant } from "@victim-rights/core";
import * as Effect from "effect/Effect";
import type { TokenTrust } from "./access/read-token.ts";
import { buildApp } from "./app.ts";
import type { GuardPolicies } from "./feeds/guard-policies.ts";
import { demoFacts, demoPolicies } from "./node/demo-facts.ts";
import { freshDevelopmentIssuer } from "./node/development-key.ts";
import { isFree } from "./node/is-free.ts";
import { type Keeping, keepingFrom } from "./node/keeping.ts";
import { loadStates } from "./node/load-states.ts";
import { nodePorts } from "./node/node-ports.ts";
import { openStores } from "./node/open-stores.ts";
import type { OpenedStores } from "./node/opened-stores.ts";
import { readGuardPolicies } from "./node/read-guard-policies.ts";
import { readSeed, type Seed } from "./node/seed.ts";
import { DEMO_LEDGER, readFeed, seedStores } from "./node/seed-stores.ts";
import { readServeOptions, type ServeOptions, trusting } from "./node/serve-options.ts";
import { serveMetrics } from "./node/serve-metrics.ts";
import { watchFeeds } from "./node/watch-feeds.ts";
import type { Ports } from "./ports.ts";

const RULES = join(import.meta.dirname, "..", "..", "..", "rules");
/** The morning of the demonstration. */
const MORNING = Instant.parse("2026-11-09T13:00:00Z");
const NOBODY: Seed = { offenses: [], registrations: [], events: [] };

const stop = (message: string): never => {
  console.error(message);
  process.exit(1);
};

const optionsOrStop = (): ServeOptions => {
  try {
    return readServeOptions(process.argv.slice(2));
  } catch {
    return stop(
      "write: serve [--port 8787] [--host 127.0.0.1] [--development] [--seed] [--origin https://…] [--data DIRECTORY | --database postgres://…] [--keys FILE] [--guard-policies FILE] [--new-keys FILE] [--metrics-port 9464] [--collector http://…:4318]",
    );
  }
};

const trustOrStop = async (options: ServeOptions): Promise<TokenTrust> => {
  const believed = trusting(options, process.env);
  if (believed.kind === "refused") return stop(believed.because);
  return believed.kind === "issuer" ? believed.trust : (await freshDevelopmentIssuer()).trust;
};

const keepingOrStop = (options: ServeOptions): Keeping => {
  const keeping = keepingFrom(options.kept, process.env);
  return keeping.kind === "refused" ? stop(keeping.because) : keeping;
};

/** Makes a key ring and ends. */
const makeKeys = (path: string): never => {
  try {
    createKeyRingFile(path, instantAt(Date.now()).slice(0, 7));
  } catch {
    return stop(`no key ring was made at \`${path}\`: a file is there already, or its directory cannot be written to`);
  }
  console.error(`a key ring is in \`${path}\`, for its owner alone to read: keep a copy of it, apart from the data`);
  process.exit(0);
};

const storesOrStop = async (keeping: Keeping, seed: Seed): Promise<OpenedStores> => {
  try {
    return await openStores(keeping, seed);
  } catch (error) {
    // Only an error with a tag was written to be read: the words of any other may hold what a row holds.
    const words = error instanceof Error && "_tag" in error ? error.message : "the database cannot be opened";
    return stop(words);
  }
};

const guardPoliciesOrStop = ({ guardPolicies: file, seed }: ServeOptions): GuardPolicies => {
  try {
    return readGuardPolicies({ file, seed });
  } catch {
    return stop(
      "the guard policies cannot be read: give a JSON list of them, one for each state, each feed in one alone",
    );
  }
};

type Starting = {
  readonly options: ServeOptions;
  readonly trust: TokenTrust;
  readonly stores: OpenedStores;
  readonly guardPolicies: GuardPolicies;
  readonly telemetry: Telemetry;
};

const portsFor = async ({ options, trust, stores, guardPolicies, telemetry }: Starting): Promise<Ports> => {
  const platform = nodePorts();
  const policies = new Map([["us-mt", JSON.parse(readFeed("ledger", "policy.json")) as unknown]]);
  return {
    ...platform,
    traced: options.collector === null ? null : (effect) => Effect.provideContext(effect, telemetry.context),
    trust,
    states: await loadStates({ folder: RULES, ledgerPolicies: options.seed ? policies : new Map() }),
    obligations: stores.obligations,
    feeds: stores.feeds,
    guardPolicies,
    ledgers: stores.ledgers,
    cases: stores.cases,
    registry: stores.registry,
    custody: stores.custody,
    assignments: stores.assignments,
    answers: stores.answers,
    digest: stores.digest,
    caseFacts: demoFacts(platform.clock),
    policies: demoPolicies(),
    // A channel would carry it; here whoever tries the service out reads it off the terminal. The address is not shown.
    codes: { deliver: ({ method, code }) => Effect.sync(() => console.error(`a code by ${method}: ${code}`)) },
    origins: options.origins,
  };
};

const tellHow = (address: string, { development, seed }: ServeOptions, told: readonly string[]): void => {
  const lines = [
    "",
    `serving ${address}        the interface, to read: ${address}/reference`,
    ...(development
      ? [
          "",
          "a development token: npm run --silent token -- <role> <id>",
          "  such as            npm run --silent token -- liaison liaison-1",
        ]
      : []),
    ...(seed
      ? [
          "",
          "try, in another terminal:",
          `  curl -s "${address}/tasks?limit=3" -H "authorization: Bearer $(npm run --silent token -- liaison liaison-1)"`,
          `  curl -s "${address}/feeds" -H "authorization: Bearer $(npm run --silent token -- liaison liaison-1)"`,
          `  curl -s "${address}/ledgers/${DEMO_LEDGER}/payees/victim-1/statement?asOf=2026-04-01" -H "authorization: Bearer $(npm run --silent token -- victim victim-1)"`,
        ]
      : []),
    "",
    ...told,
    "Ctrl-C stops it",
    "",
  ];
  for (const line of lines) console.error(line);
};

const options = optionsOrStop();
if (options.newKeys !== null) makeKeys(options.newKeys);
const keeping = keepingOrStop(options);
if (!(await isFree(options)))
  stop(`port ${options.port} is in use: stop what listens there, or give another with \`--port\``);
const trust = await trustOrStop(options);
const guardPolicies = guardPoliciesOrStop(options);
if (guardPolicies.size === 0)
  console.error("no guard policies: whatever a feed brings is held until a person has looked; give `--guard-policies`");
console.error(
  options.seed ? "reading the law and the demonstration's morning; this takes some seconds" : "reading the law",
);
const seed = options.seed ? readSeed(["us-mo", "us-ms", "us-mt"]) : NOBODY;
const stores = await storesOrStop(keeping, seed);
if (options.seed && !stores.isEmpty)
  console.error("something is kept there already: nothing of the demonstration is put in");
const telemetry = await openTelemetry(
  options.collector === null
    ? null
    : { collector: options.collector, serviceName: "victim-rights-http", serviceVersion: "0.1.0" },
);
const ports = await portsFor({ options, trust, stores, guardPolicies, telemetry });
const now = ports.clock();
if (options.seed && stores.isEmpty) await seedStores(ports, seed, now < MORNING ? instantAt(Date.parse(now)) : MORNING);

const watching = watchFeeds(ports, (message) => console.error(message));
const metrics = options.metricsPort === null ? null : serveMetrics(options.metricsPort);
metrics?.on("error", () => stop(`port ${options.metricsPort} is in use: give another with \`--metrics-port\``));

const server = serve(
  {
    fetch: buildApp(ports).fetch,
    port: options.port,
    hostname: options.host,
    serverOptions: { headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 5000, maxHeaderSize: 16_384 },
  },
  ({ port }) => tellHow(`http://${options.host}:${port}`, options, stores.told),
);

server.on("error", (error: NodeJS.ErrnoException) =>
  stop(`the service cannot listen on port ${options.port} (${error.code ?? error.name})`),
);

/** Answers what is being answered, sends listeners away, and closes the stores. A second Ctrl-C waits for nothing. */
const shutDown = (): void => {
  process.once("SIGINT", () => process.exit(130));
  console.error("stopping");
  metrics?.close();
  watching.stop();
  server.close(() => void Promise.all([stores.close(), telemetry.close()]).then(() => process.exit(0)));
  if ("closeIdleConnections" in server) server.closeIdleConnections();
  setTimeout(() => "closeAllConnections" in server && server.closeAllConnections(), 2000).unref();
};
process.once("SIGINT", shutDown);
process.once("SIGTERM", shutDown);
