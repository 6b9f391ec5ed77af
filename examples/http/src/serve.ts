/** Starts the service on Node: `npm run serve`, or `node examples/http/src/serve.ts --development --seed`. */
import { join } from "node:path";
import { serve } from "@hono/node-server";
import { openTelemetry, type Telemetry } from "@victim-rights-examples/observability";
import { instantAt, Instant } from "@victim-rights/core";
import * as Effect from "effect/Effect";
import { assignmentsFrom } from "./access/assignments.ts";
import type { TokenTrust } from "./access/read-token.ts";
import { buildApp } from "./app.ts";
import { inMemoryAnswerStore } from "./http/answer-store.ts";
import { demoAssignments } from "./node/demo-assignments.ts";
import { demoFacts, demoPolicies } from "./node/demo-facts.ts";
import { freshDevelopmentIssuer } from "./node/development-key.ts";
import { isFree } from "./node/is-free.ts";
import { loadStates } from "./node/load-states.ts";
import { nodePorts } from "./node/node-ports.ts";
import { openStores, type OpenedStores } from "./node/open-stores.ts";
import { readSeed, type Seed } from "./node/seed.ts";
import { DEMO_LEDGER, readFeed, seedStores } from "./node/seed-stores.ts";
import { readServeOptions, type ServeOptions, trusting } from "./node/serve-options.ts";
import { serveMetrics } from "./node/serve-metrics.ts";
import type { Ports } from "./ports.ts";
import { inMemoryCustodyRecords } from "./registry/custody-records.ts";
import { inMemoryRegistry } from "./registry/in-memory-registry.ts";

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
      "write: serve [--port 8787] [--host 127.0.0.1] [--development] [--seed] [--origin https://…] [--metrics-port 9464] [--collector http://…:4318]",
    );
  }
};

const trustOrStop = async (options: ServeOptions): Promise<TokenTrust> => {
  const believed = trusting(options, process.env);
  if (believed.kind === "refused") return stop(believed.because);
  return believed.kind === "issuer" ? believed.trust : (await freshDevelopmentIssuer()).trust;
};

type Starting = {
  readonly options: ServeOptions;
  readonly trust: TokenTrust;
  readonly stores: OpenedStores;
  readonly seed: Seed;
  readonly telemetry: Telemetry;
};

const portsFor = async ({ options, trust, stores, seed, telemetry }: Starting): Promise<Ports> => {
  const platform = nodePorts();
  const policies = new Map([["us-mt", JSON.parse(readFeed("ledger", "policy.json")) as unknown]]);
  return {
    ...platform,
    traced: (effect) => Effect.provideContext(effect, telemetry.context),
    trust,
    states: await loadStates({ folder: RULES, ledgerPolicies: options.seed ? policies : new Map() }),
    obligations: stores.obligations,
    ledgers: stores.ledgers,
    cases: stores.cases,
    caseFacts: demoFacts(platform.clock),
    policies: demoPolicies(),
    registry: inMemoryRegistry(seed.registrations),
    custody: inMemoryCustodyRecords(seed.offenses),
    assignments: assignmentsFrom(demoAssignments(seed)),
    // A channel would carry it; here whoever tries the service out reads it off the terminal. The address is not shown.
    codes: { deliver: ({ method, code }) => Effect.sync(() => console.error(`a code by ${method}: ${code}`)) },
    answers: inMemoryAnswerStore(),
    origins: options.origins,
  };
};

const tellHow = (address: string, { development, seed }: ServeOptions): void => {
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
          `  curl -s "${address}/ledgers/${DEMO_LEDGER}/payees/victim-1/statement?asOf=2026-04-01" -H "authorization: Bearer $(npm run --silent token -- victim victim-1)"`,
        ]
      : []),
    "",
    "registrations, assignments and the records of custody are IN MEMORY: they are gone when this process ends",
    "Ctrl-C stops it",
    "",
  ];
  for (const line of lines) console.error(line);
};

const options = optionsOrStop();
if (!(await isFree(options)))
  stop(`port ${options.port} is in use: stop what listens there, or give another with \`--port\``);
const trust = await trustOrStop(options);
console.error(
  options.seed ? "reading the law and the demonstration's morning; this takes some seconds" : "reading the law",
);
const stores = await openStores();
const seed = options.seed ? readSeed(["us-mo", "us-ms", "us-mt"]) : NOBODY;
const telemetry = await openTelemetry(
  options.collector === null
    ? null
    : { collector: options.collector, serviceName: "victim-rights-http", serviceVersion: "0.1.0" },
);
const ports = await portsFor({ options, trust, stores, seed, telemetry });
const now = ports.clock();
if (options.seed) await seedStores(ports, seed, now < MORNING ? instantAt(Date.parse(now)) : MORNING);

const metrics = options.metricsPort === null ? null : serveMetrics(options.metricsPort);
metrics?.on("error", () => stop(`port ${options.metricsPort} is in use: give another with \`--metrics-port\``));

const server = serve(
  {
    fetch: buildApp(ports).fetch,
    port: options.port,
    hostname: options.host,
    serverOptions: { headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 5000, maxHeaderSize: 16_384 },
  },
  ({ port }) => tellHow(`http://${options.host}:${port}`, options),
);

server.on("error", (error: NodeJS.ErrnoException) =>
  stop(`the service cannot listen on port ${options.port} (${error.code ?? error.name})`),
);

/** Answers what is being answered, sends listeners away, and closes the stores. A second Ctrl-C waits for nothing. */
const shutDown = (): void => {
  process.once("SIGINT", () => process.exit(130));
  console.error("stopping");
  metrics?.close();
  server.close(() => void Promise.all([stores.close(), telemetry.close()]).then(() => process.exit(0)));
  if ("closeIdleConnections" in server) server.closeIdleConnections();
  setTimeout(() => "closeAllConnections" in server && server.closeAllConnections(), 2000).unref();
};
process.once("SIGINT", shutDown);
process.once("SIGTERM", shutDown);
