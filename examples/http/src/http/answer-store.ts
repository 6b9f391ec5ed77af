import type { StoreUnavailable } from "@victim-rights/core";
import * as Effect from "effect/Effect";
import { dropOldest } from "./drop-oldest.ts";

/** An answer that was given, as it is given again. */
export type KeptAnswer = {
  readonly status: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
};

/** A request that nobody else carries out: whoever has begun it says how it ended, and nobody else can. */
export type BegunRequest = {
  readonly kind: "new";
  /** Keeps the answer for whoever gives the key again. Where another was kept meanwhile, that one stands. */
  readonly keep: (answer: KeptAnswer) => Effect.Effect<void, StoreUnavailable>;
  /** After a request that changed nothing: the key may be used again. */
  readonly forget: Effect.Effect<void, StoreUnavailable>;
};

/** What is known of a key: nothing yet, a request that is still being carried out, or the first answer. */
export type KeyStanding =
  | BegunRequest
  | { readonly kind: "running" }
  | { readonly kind: "other-request" }
  | { readonly kind: "answered"; readonly answer: KeptAnswer };

/** Where first answers are kept, by caller, operation and key. `digest` stands for the request, which is not kept. */
export type AnswerStore = {
  readonly begin: (key: string, digest: string) => Effect.Effect<KeyStanding, StoreUnavailable>;
};

type Kept = { readonly digest: string; readonly answer: KeptAnswer | null };

/** How many answers are kept in memory: the oldest goes first. */
const MOST_KEPT = 10_000;

/** Answers kept for as long as the process lasts. */
export const inMemoryAnswerStore = (): AnswerStore => {
  const kept = new Map<string, Kept>();
  return { begin: (key, digest) => Effect.sync(() => standingOf(kept, key, digest)) };
};

const standingOf = (kept: Map<string, Kept>, key: string, digest: string): KeyStanding => {
  const known = kept.get(key);
  if (known === undefined) return begunIn(kept, key, digest);
  if (known.digest !== digest) return { kind: "other-request" };
  return known.answer === null ? { kind: "running" } : { kind: "answered", answer: known.answer };
};

const begunIn = (kept: Map<string, Kept>, key: string, digest: string): BegunRequest => {
  const own: Kept = { digest, answer: null };
  dropOldest(kept, MOST_KEPT);
  kept.set(key, own);
  const ifOwn = (then: () => void) => Effect.sync(() => (kept.get(key) === own ? then() : undefined));
  return {
    kind: "new",
    keep: (answer) => ifOwn(() => void kept.set(key, { digest, answer })),
    forget: ifOwn(() => void kept.delete(key)),
  };
};
