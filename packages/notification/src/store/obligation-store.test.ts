import * as Context from "effect/Context";
import * as Effect from "effect/Effect";
import * as Result from "effect/Result";
import { describe, expect, test } from "vitest";
import { obligationStoreContract } from "./contract/obligation-store-contract.ts";
import { sampleBatch, sampleOpening } from "./contract/sample-records.ts";
import { inMemoryObligationStore } from "./in-memory-obligation-store.ts";
import { ObligationStore, type ObligationStoreShape } from "./obligation-store.ts";

type Fault = { readonly fault: string; readonly spoil: (store: ObligationStoreShape) => ObligationStoreShape };

/** Stores that are wrong in one thing each. */
const FAULTS: readonly Fault[] = [
  {
    fault: "does not look at the key of a batch",
    spoil: (store) => {
      let number = 0;
      return { ...store, recordEvent: (batch, key) => store.recordEvent(batch, `${key} ${(number += 1)}`) };
    },
  },
  {
    fault: "does not look at the revision that a command was decided on",
    spoil: (store) => ({
      ...store,
      advance: (advance) =>
        Effect.flatMap(store.find(advance.obligation), ({ revision }) =>
          store.advance({ ...advance, expected: revision }),
        ),
    }),
  },
  {
    fault: "lets everybody send",
    spoil: (store) => ({
      ...store,
      claimAttempt: (key, at) =>
        Effect.map(store.claimAttempt(key, at), ({ claim }) => ({ kind: "claimed" as const, claim })),
    }),
  },
  {
    fault: "forgets what a page came after",
    spoil: (store) => ({
      ...store,
      listDue: (asked) =>
        Effect.map(store.listDue({ ...asked, afterSequence: 0 }), (page) => ({ ...page, next: null })),
    }),
  },
  {
    fault: "writes a failing batch in part",
    spoil: (store) => ({
      ...store,
      recordEvent: (batch, key) =>
        Effect.flatMap(store.recordEvent({ ...batch, advances: [] }, `${key} part`), () =>
          store.recordEvent(batch, key),
        ),
    }),
  },
];

describe("the contract of the obligation store", () => {
  test.each(obligationStoreContract)("in memory: $name", async ({ run }) => {
    expect(await Effect.runPromise(run(inMemoryObligationStore()))).toBe(undefined);
  });

  test.each(FAULTS)("finds a store that $fault", async ({ spoil }) => {
    const results = await Promise.all(
      obligationStoreContract.map(({ run }) => Effect.runPromise(Effect.result(run(spoil(inMemoryObligationStore()))))),
    );
    expect(results.some(Result.isFailure)).toBe(true);
  });

  test("is asked for as a service", async () => {
    const program = Effect.gen(function* () {
      const store = yield* ObligationStore;
      return yield* store.recordEvent(sampleBatch({ obligations: [sampleOpening(1)] }), "k1");
    });
    const context = Context.make(ObligationStore, inMemoryObligationStore());
    const answer = await Effect.runPromise(Effect.provideContext(program, context));
    expect(answer.opened).toHaveLength(1);
  });
});
