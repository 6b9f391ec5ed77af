import * as Effect from "effect/Effect";
import { expect } from "vitest";
import type { AnswerStore, BegunRequest, KeptAnswer } from "../../src/http/answer-store.ts";

/** An empty store of first answers, as two processes have it. */
type AnswersHarness = { readonly store: AnswerStore; readonly other: AnswerStore };

type AnswersCase = { readonly name: string; readonly run: (harness: AnswersHarness) => Promise<void> };

export const ANSWER: KeptAnswer = { status: 200, body: '{"of":"canary"}', headers: { etag: '"2"' } };

/** Begins a request that must be new. */
export const begun = async (store: AnswerStore, key = "key-1", digest = "digest-1"): Promise<BegunRequest> => {
  const standing = await Effect.runPromise(store.begin(key, digest));
  return standing.kind === "new" ? standing : expect.fail(`${key} is new, and not ${standing.kind}`);
};

/** How a key stands; this begins a request where it is new. */
export const standing = async (store: AnswerStore, key = "key-1", digest = "digest-1"): Promise<unknown> => {
  const { kind, ...rest } = await Effect.runPromise(store.begin(key, digest));
  return kind === "answered" ? { kind, ...rest } : kind;
};

/** What a store of first answers promises, whatever it keeps them in. */
export const ANSWERS_CONTRACT: readonly AnswersCase[] = [
  {
    name: "a key is new once, then its request is being carried out, then it has its first answer",
    run: async ({ store, other }) => {
      const own = await begun(store);
      expect([await standing(store), await standing(other)]).toEqual(["running", "running"]);
      await Effect.runPromise(own.keep(ANSWER));
      expect(await standing(other)).toEqual({ kind: "answered", answer: ANSWER });
      expect(await standing(store)).toEqual({ kind: "answered", answer: ANSWER });
    },
  },
  {
    name: "a key is of one request: with another it is refused, before and after the answer",
    run: async ({ store, other }) => {
      const own = await begun(store);
      expect(await standing(other, "key-1", "digest-2")).toBe("other-request");
      await Effect.runPromise(own.keep(ANSWER));
      expect(await standing(other, "key-1", "digest-2")).toBe("other-request");
      expect(await standing(other, "key-2", "digest-2")).toBe("new");
    },
  },
  {
    name: "of several requests with one key at once, in two processes, one is carried out",
    run: async ({ store, other }) => {
      const asked = [store, other, store, other, store, other].map((each) => standing(each));
      const kinds = (await Promise.all(asked)).map(String).toSorted();
      expect(kinds).toEqual(["new", "running", "running", "running", "running", "running"]);
    },
  },
  {
    name: "a request that changed nothing leaves its key free, even for another request",
    run: async ({ store, other }) => {
      const own = await begun(store);
      await Effect.runPromise(own.forget);
      const next = await begun(other, "key-1", "digest-2");
      await Effect.runPromise(next.keep(ANSWER));
      await Effect.runPromise(own.forget);
      expect(await standing(store, "key-1", "digest-2")).toEqual({ kind: "answered", answer: ANSWER });
    },
  },
  {
    name: "the first answer stands, whatever is kept after it",
    run: async ({ store }) => {
      const own = await begun(store);
      await Effect.runPromise(own.keep(ANSWER));
      await Effect.runPromise(own.keep({ ...ANSWER, body: "another" }));
      await Effect.runPromise(own.forget);
      expect(await standing(store)).toEqual({ kind: "answered", answer: ANSWER });
    },
  },
];
