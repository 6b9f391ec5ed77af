import { Instant } from "@victim-rights/core";
import { inMemoryFeedStore, inMemoryObligationStore } from "@victim-rights/notification/testing";
import { inMemoryLedgerStore } from "@victim-rights/restitution";
import {
  inMemoryCaseStore,
  loadDialoguePolicy,
  loadLetterPolicy,
  loadPanelPolicy,
  loadServicePolicy,
  NO_DIALOGUE_FACTS,
  NO_LETTER_FACTS,
  NO_PANEL_FACTS,
  NO_SERVICE_FACTS,
} from "@victim-rights/restorative-justice";
import * as Effect from "effect/Effect";
import * as Result from "effect/Result";
import { join } from "node:path";
import { type Assigned, assignmentsFrom } from "../src/access/assignments.ts";
import type { Caller, Purpose, Role } from "../src/access/caller.ts";
import { developmentIssuer } from "../src/access/development-issuer.ts";
import { type App, buildApp } from "../src/app.ts";
import { guardPoliciesFrom } from "../src/feeds/guard-policies.ts";
import { inMemoryAnswerStore } from "../src/http/answer-store.ts";
import { saltedDigest } from "../src/http/salted-digest.ts";
import { loadStates } from "../src/node/load-states.ts";
import { type Seed } from "../src/node/seed.ts";
import type { LogLine, Ports } from "../src/ports.ts";
import type { CodeMessage } from "../src/registry/code-channel.ts";
import { inMemoryCustodyRecords } from "../src/registry/custody-records.ts";
import { inMemoryRegistry } from "../src/registry/in-memory-registry.ts";

export const NOW = Instant.parse("2026-11-09T13:00:00Z");

const states = await loadStates({ folder: join(import.meta.dirname, "../../../rules"), ledgerPolicies: new Map() });
/** One key for all test files: making one takes longer than most tests. */
export const issuer = await developmentIssuer();

/** What the agency of the tests has decided about its one feed; its numbers are made up. */
export const GUARD_POLICY = {
  jurisdiction: "us-mo",
  decidedBy: "nobody: made up for tests",
  decidedOn: "2026-11-01",
  bulk: [{ feed: "feed-1", people: 20, windowMinutes: 60, urgentKinds: ["escape"] }],
  silence: [{ feed: "feed-1", minutes: 90 }],
  queues: [{ queue: "victim-services", owner: "desk-1", withinMinutes: 120 }],
};

const ALL_PURPOSES: readonly Purpose[] = ["notice", "restitution", "restorative-justice", "custody-feed", "oversight"];

export const bearer = async (role: Role, subject = `${role}-1`, rest: Partial<Caller> = {}): Promise<string> =>
  `Bearer ${await issuer.sign({ subject, role, purposes: ALL_PURPOSES, ...rest }, NOW)}`;

/** Sets the clock of a service forward, and gives a liaison's token that is good then. */
export const bearerAt = async (running: Service, moment: string): Promise<string> => {
  running.at(moment);
  const liaison = { subject: "liaison-1", role: "liaison", purposes: ALL_PURPOSES } as const;
  return `Bearer ${await issuer.sign(liaison, running.ports.clock())}`;
};

/** A service in memory, with everything that it wrote to its log, and every code that it gave to the channel. */
export type Service = {
  readonly app: App;
  readonly ports: Ports;
  readonly log: readonly LogLine[];
  readonly codes: readonly CodeMessage[];
  /** Sets the clock forward. */
  readonly at: (moment: string) => void;
  readonly ask: (method: string, path: string, asked?: Asking) => Promise<Response>;
};

type Asking = {
  readonly token?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

export type Beginning = {
  readonly seed?: Partial<Seed>;
  readonly assigned?: readonly Assigned[];
  readonly ports?: Partial<Ports>;
};

/** A service in memory, on the demonstration's morning. */
export const service = (beginning: Beginning = {}): Service => {
  const log: LogLine[] = [];
  const codes: CodeMessage[] = [];
  let now = NOW;
  const ports: Ports = {
    ...platform(),
    ...storesFor(beginning),
    clock: () => now,
    log: (line) => log.push(line),
    measure: () => undefined,
    traced: (effect) => effect,
    codes: { deliver: (message) => Effect.sync(() => void codes.push(message)) },
    ...beginning.ports,
  };
  const app = buildApp(ports);
  return {
    app,
    ports,
    log,
    codes,
    at: (moment) => {
      now = Instant.parse(moment);
    },
    ask: async (method, path, { token, body, headers = {} } = {}) =>
      app.fetch(
        new Request(`http://service.test${path}`, {
          method,
          headers: {
            ...(token === undefined ? {} : { authorization: token }),
            ...(body === undefined ? {} : { "content-type": "application/json" }),
            ...headers,
          },
          ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
        }),
      ),
  };
};

const PLENTY = { perMinute: 1_000_000 };

const platform = () => {
  let made = 0;
  return {
    ids: { next: () => `id-${(made += 1)}`, code: () => String(10_000_000 + made) },
    digest: saltedDigest(),
    wait: async (_: number, signal: AbortSignal): Promise<void> =>
      new Promise((resolve) => signal.addEventListener("abort", () => resolve(), { once: true })),
    clientOf: () => "test",
    trust: issuer.trust,
    limits: {
      bodyBytes: 256_000,
      timeoutMilliseconds: 5000,
      perClient: PLENTY,
      perCaller: PLENTY,
      publicWrites: PLENTY,
    },
    origins: [],
    referenceScript: async () => "/* the reference */",
  };
};

const storesFor = ({ seed = {}, assigned = [] }: Beginning) => ({
  states,
  obligations: inMemoryObligationStore(),
  feeds: inMemoryFeedStore(),
  guardPolicies: guardPoliciesFrom([GUARD_POLICY]),
  ledgers: inMemoryLedgerStore(),
  cases: inMemoryCaseStore(),
  caseFacts: {
    dialogue: () => Effect.succeed(NO_DIALOGUE_FACTS),
    letter: () => Effect.succeed(NO_LETTER_FACTS),
    panel: () => Effect.succeed(NO_PANEL_FACTS),
    service: () => Effect.succeed(NO_SERVICE_FACTS),
  },
  policies: {
    dialogue: Result.getOrThrow(loadDialoguePolicy({})),
    letter: Result.getOrThrow(loadLetterPolicy({})),
    panel: Result.getOrThrow(loadPanelPolicy({})),
    service: Result.getOrThrow(loadServicePolicy({ zone: "America/Chicago" })),
  },
  registry: inMemoryRegistry(seed.registrations ?? []),
  custody: inMemoryCustodyRecords(seed.offenses ?? []),
  assignments: assignmentsFrom(assigned),
  answers: inMemoryAnswerStore(),
});
