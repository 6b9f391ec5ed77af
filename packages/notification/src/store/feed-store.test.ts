import * as Context from "effect/Context";
import * as Effect from "effect/Effect";
import * as Result from "effect/Result";
import { describe, expect, test } from "vitest";
import { feedStoreContract } from "./contract/feed-store-contract.ts";
import { sampleFeedBatch, sampleFeedEvent } from "./contract/sample-feed.ts";
import { FeedStore, type FeedStoreShape } from "./feed-store.ts";
import { inMemoryFeedStore } from "./in-memory-feed-store.ts";

type Fault = { readonly fault: string; readonly spoil: (store: FeedStoreShape) => FeedStoreShape };

/** Stores that are wrong in one thing each. */
const FAULTS: readonly Fault[] = [
  {
    fault: "takes every event for a new one",
    spoil: (store) => {
      let number = 0;
      return {
        ...store,
        admit: (batch) =>
          store.admit({
            ...batch,
            events: batch.events.map((each) => ({
              ...each,
              idempotencyKey: `${each.idempotencyKey} ${(number += 1)}`,
            })),
          }),
      };
    },
  },
  {
    fault: "lets a batch through that came while another was counted",
    spoil: (store) => ({
      ...store,
      admit: (batch) =>
        batch.events.length === 1 && batch.limit !== null
          ? store.admit({ ...batch, limit: { ...batch.limit, people: 1000 } })
          : store.admit(batch),
    }),
  },
  {
    fault: "forgets an event before it is in the record",
    spoil: (store) => ({
      ...store,
      admit: (batch) =>
        Effect.tap(store.admit(batch), () =>
          store.confirmRecorded(
            batch.feed,
            batch.events.map(({ idempotencyKey }) => idempotencyKey),
          ),
        ),
    }),
  },
  {
    fault: "does not look at how much a hold has grown",
    spoil: (store) => ({
      ...store,
      decideHold: (decide) =>
        Effect.flatMap(store.listOutlines, (outlines) => {
          const found = outlines.find(({ feed }) => feed === decide.feed)?.hold?.revision;
          return store.decideHold({ ...decide, expected: found ?? decide.expected });
        }),
    }),
  },
  {
    fault: "lets anything end a hold",
    spoil: (store) => ({
      ...store,
      decideHold: (decide) =>
        store.decideHold({ ...decide, decision: { ...decide.decision, by: { ...decide.decision.by, role: "staff" } } }),
    }),
  },
  {
    fault: "takes what a person found for its opposite",
    spoil: (store) => ({
      ...store,
      decideHold: (decide) => store.decideHold({ ...decide, decision: { ...decide.decision, found: "true-change" } }),
    }),
  },
  {
    fault: "hears no feed that brings nothing",
    spoil: (store) => ({
      ...store,
      admit: (batch) => (batch.events.length === 0 ? Effect.succeed([]) : store.admit(batch)),
    }),
  },
];

describe("the contract of the store of feeds", () => {
  test.each(feedStoreContract)("in memory: $name", async ({ run }) => {
    expect(await Effect.runPromise(run(inMemoryFeedStore()))).toBe(undefined);
  });

  test.each(FAULTS)("finds a store that $fault", async ({ spoil }) => {
    const results = await Promise.all(
      feedStoreContract.map(({ run }) => Effect.runPromise(Effect.result(run(spoil(inMemoryFeedStore()))))),
    );
    expect(results.some(Result.isFailure)).toBe(true);
  });

  test("is asked for as a service", async () => {
    const program = Effect.gen(function* () {
      const store = yield* FeedStore;
      return yield* store.admit(sampleFeedBatch([sampleFeedEvent(1)]));
    });
    const context = Context.make(FeedStore, inMemoryFeedStore());
    const standings = await Effect.runPromise(Effect.provideContext(program, context));
    expect(standings).toEqual([{ standing: "admitted", hold: null }]);
  });
});
