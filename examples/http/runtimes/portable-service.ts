/** The service in memory, with nothing of any one platform: what the start files of Deno, Bun and workers share. */
import { instantAt, StoreUnavailable } from "@victim-rights/core";
import { inMemoryFeedStore, inMemoryObligationStore } from "@victim-rights/notification/testing";
import { inMemoryLedgerStore } from "@victim-rights/restitution";
import {
  inMemoryCaseStore,
  loadDialoguePolicy,
  loadLetterPolicy,
  loadPanelPolicy,
  loadServicePolicy,
} from "@victim-rights/restorative-justice";
import * as Effect from "effect/Effect";
import * as Result from "effect/Result";
import { createLocalJWKSet, type JWK } from "jose";
import { assignmentsFrom } from "../src/access/assignments.ts";
import { AUDIENCE, DEVELOPMENT_ISSUER } from "../src/access/development-issuer.ts";
import { type App, buildApp } from "../src/app.ts";
import { guardPoliciesFrom } from "../src/feeds/guard-policies.ts";
import { inMemoryAnswerStore } from "../src/http/answer-store.ts";
import { saltedDigest } from "../src/http/salted-digest.ts";
import { stateLawOf } from "../src/law/state-law-of.ts";
import type { Seed } from "../src/node/seed.ts";
import type { Ports } from "../src/ports.ts";
import { inMemoryCustodyRecords } from "../src/registry/custody-records.ts";
import { inMemoryRegistry } from "../src/registry/in-memory-registry.ts";

/** What a platform without files is given as one JSON text. */
export type PortableSettings = {
  /** The texts of each state's folder, by path. */
  readonly states: readonly Readonly<Record<string, string>>[];
  /** The public key whose tokens are believed. */
  readonly key: JWK;
  readonly seed: Pick<Seed, "offenses" | "registrations">;
};

/** Who sent a request, as the start file of a platform tells. */
export type PortableEnvironment = { readonly client: string };

/** Builds the service from its settings. */
export const portableService = ({ states, key, seed }: PortableSettings): App => {
  const laws = states.map((files) => stateLawOf(new Map(Object.entries(files)), new Map()));
  return buildApp({
    ...platform(),
    trust: {
      issuer: DEVELOPMENT_ISSUER,
      audience: AUDIENCE,
      keys: createLocalJWKSet({ keys: [key] }),
      algorithms: ["EdDSA"],
      mostMinutes: 60,
    },
    states: new Map(laws.map((state) => [state.law.id, state])),
    obligations: inMemoryObligationStore(),
    feeds: inMemoryFeedStore(),
    guardPolicies: guardPoliciesFrom([]),
    ledgers: inMemoryLedgerStore(),
    cases: inMemoryCaseStore(),
    caseFacts: NOTHING_LOOKED_UP,
    policies: policies(),
    registry: inMemoryRegistry(seed.registrations),
    custody: inMemoryCustodyRecords(seed.offenses),
    assignments: assignmentsFrom([]),
    codes: { deliver: () => Effect.void },
    answers: inMemoryAnswerStore(),
    origins: [],
    referenceScript: null,
  });
};

/** There is nowhere here to look anything up about a case: no step in one can be taken. */
const nowhere = () => Effect.fail(new StoreUnavailable({ commit: "not-made", during: "caseFacts" }));

const NOTHING_LOOKED_UP: Ports["caseFacts"] = { dialogue: nowhere, letter: nowhere, panel: nowhere, service: nowhere };

const policies = (): Ports["policies"] => ({
  dialogue: Result.getOrThrow(loadDialoguePolicy({})),
  letter: Result.getOrThrow(loadLetterPolicy({})),
  panel: Result.getOrThrow(loadPanelPolicy({})),
  service: Result.getOrThrow(loadServicePolicy({ zone: "UTC" })),
});

const now = () => instantAt(Date.now());

const PER_MINUTE = 1200;

/** What the web platform gives everywhere: time, chance, waiting and cryptography. */
const platform = (): Pick<
  Ports,
  "clock" | "ids" | "digest" | "wait" | "log" | "measure" | "traced" | "clientOf" | "limits"
> => ({
  clock: now,
  ids: { next: () => crypto.randomUUID(), code: eightDigits },
  digest: saltedDigest(),
  wait,
  log: (line) => console.log(JSON.stringify(line)),
  measure: () => undefined,
  traced: null,
  clientOf: (environment) => (environment as PortableEnvironment).client,
  limits: {
    bodyBytes: 256_000,
    timeoutMilliseconds: 10_000,
    perClient: { perMinute: PER_MINUTE },
    perCaller: { perMinute: PER_MINUTE },
    publicWrites: { perMinute: 20 },
  },
});

const CODES = 90_000_000;
const SMALLEST_CODE = 10_000_000;

/** Each code as likely as any other: what would favour the small ones is drawn again. */
const eightDigits = (): string => {
  const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1));
  const fair = 2 ** 32 - (2 ** 32 % CODES);
  return drawn < fair ? String(SMALLEST_CODE + (drawn % CODES)) : eightDigits();
};

const wait = async (milliseconds: number, signal: AbortSignal): Promise<void> => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, milliseconds);
  signal.addEventListener("abort", () => resolve(), { once: true });
  if (signal.aborted) resolve();
  await promise;
  clearTimeout(timer);
};
