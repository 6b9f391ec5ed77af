import type { StoreUnavailable } from "@victim-rights/core";
import * as Effect from "effect/Effect";
import { dropOldest } from "./drop-oldest.ts";

/** An answer that was given, as it is given again. */
export type KeptAnswer = {
  readonly status: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
};

/** What is known of a key: nothing yet, a request that is still being carried out, or the first answer. */
export type KeyStanding =
  | { readonly kind: "new" }
  | { readonly kind: "running" }
  | { readonly kind: "other-request" }
  | { readonly kind: "answered"; readonly answer: KeptAnswer };

/** Where first answers are kept, by caller, operation and key. `digest` stands for the request, which is not kept. */
export type AnswerStore = {
  readonly begin: (key: string, digest: string) => Effect.Effect<KeyStanding, StoreUnavailable>;
  readonly keep: (key: string, answer: KeptAnswer) => Effect.Effect<void, StoreUnavailable>;
  /** After a request that changed nothing: the key may be used again. */
  readonly forget: (key: string) => Effect.Effect<void, StoreUnavailable>;
};

type Kept = { readonly digest: string; readonly answer: KeptAnswer | null };

/** How many answers are kept in memory: the oldest goes first. */
const MOST_KEPT = 10_000;

/** Answers kept for as long as the process lasts. */
export const inMemoryAnswerStore = (): AnswerStore => {
  const kept = new Map<string, Kept>();
  return {
    begin: (key, digest) => Effect.sync(() => standingOf(kept, key, digest)),
    keep: (key, answer) =>
      Effect.sync(() => {
        const { digest = "" } = kept.get(key) ?? {};
        kept.set(key, { digest, answer });
      }),
    forget: (key) => Effect.sync(() => void kept.delete(key)),
  };
};

const standingOf = (kept: Map<string, Kept>, key: string, digest: string): KeyStanding => {
  const known = kept.get(key);
  if (known === undefined) {
    dropOldest(kept, MOST_KEPT);
    kept.set(key, { digest, answer: null });
    return { kind: "new" };
  }
  if (known.digest !== digest) return { kind: "other-request" };
  return known.answer === null ? { kind: "running" } : { kind: "answered", answer: known.answer };
};
