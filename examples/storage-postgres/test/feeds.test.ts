import { fc } from "@fast-check/vitest";
import { addMinutes, type Instant } from "@victim-rights/core";
import type { FeedStoreShape, KeyedEvent } from "@victim-rights/notification";
import {
  FEED,
  inMemoryFeedStore,
  sampleDecision,
  sampleFeedBatch,
  sampleFeedEvent,
} from "@victim-rights/notification/testing";
import * as Effect from "effect/Effect";
import * as Result from "effect/Result";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { OpenedDatabase } from "../src/database/opened-database.ts";
import { feedStore } from "../src/feeds/feed-store.ts";
import { testDatabases } from "./support/databases.ts";
import { contentOf, emptyAll } from "./support/tables.ts";

const ALL = { feed: FEED, limit: 100, afterSequence: 0 };
const START = sampleFeedBatch([]).at;

type Step =
  | { readonly do: "admit"; readonly events: readonly KeyedEvent[]; readonly after: number; readonly hasLimit: boolean }
  | { readonly do: "confirm"; readonly events: readonly KeyedEvent[] }
  | {
      readonly do: "decide";
      readonly found: "true-change" | "feed-fault";
      readonly hold: number;
      readonly off: number;
    };

const event = fc
  .tuple(fc.nat(9), fc.constantFrom("release" as const, "escape" as const))
  .map(([person, kind]) => sampleFeedEvent(person, kind));
const events = fc.array(event, { maxLength: 6 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant("admit" as const), events, after: fc.nat(40), hasLimit: mostly() }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("confirm" as const), events }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("decide" as const),
      found: fc.constantFrom("true-change" as const, "feed-fault" as const),
      hold: fc.integer({ min: 1, max: 3 }),
      off: fc.constantFrom(0, 0, 0, 1),
    }),
  },
);

function mostly(): fc.Arbitrary<boolean> {
  return fc.nat(9).map((number) => number > 0);
}

const run = <Answer, Failure>(effect: Effect.Effect<Answer, Failure>): Promise<Answer> => Effect.runPromise(effect);

const withoutPlace = ({ event: given, idempotencyKey }: KeyedEvent): KeyedEvent => ({ event: given, idempotencyKey });

/** What a store answers to steps, one after another, and what it holds at the end. */
const told = async (store: FeedStoreShape, steps: readonly Step[]): Promise<readonly unknown[]> => {
  const answers: unknown[] = [];
  let at: Instant = START;
  for (const each of steps) {
    if (each.do === "admit") {
      at = addMinutes(at, each.after);
      const limit = each.hasLimit ? {} : { limit: null };
      answers.push(await run(store.admit(sampleFeedBatch(each.events, { at, ...limit }))));
    } else if (each.do === "confirm")
      await run(
        store.confirmRecorded(
          FEED,
          each.events.map(({ idempotencyKey }) => idempotencyKey),
        ),
      );
    else answers.push(await decided(store, each));
  }
  const kept = await Promise.all([run(store.listAdmitted(ALL)), run(store.listHeld(ALL))]);
  return [...answers, ...kept.map(({ items }) => items.map(withoutPlace)), await run(store.listOutlines)];
};

const decided = async (store: FeedStoreShape, { found, hold, off }: Extract<Step, { do: "decide" }>) => {
  const [outline] = await run(store.listOutlines);
  const decision = sampleDecision((outline?.hold?.revision ?? 0) + off, found, { number: hold });
  const result = await run(Effect.result(store.decideHold(decision)));
  return Result.isSuccess(result) ? result.success : result.failure._tag;
};

describe.each(testDatabases())("a store of feeds on $engine", ({ open }) => {
  let opened: OpenedDatabase;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());

  test("answers as the one in memory does, whatever is asked in whatever order", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 10 }), async (steps) => {
        await emptyAll(opened.db);
        expect(await told(feedStore(opened.db), steps)).toEqual(await told(inMemoryFeedStore(), steps));
      }),
      { numRuns: 30 },
    );
  });

  test("keeps of what is in the record no content", async () => {
    await emptyAll(opened.db);
    const store = feedStore(opened.db);
    await run(store.admit(sampleFeedBatch([sampleFeedEvent(1)])));
    await run(store.confirmRecorded(FEED, [sampleFeedEvent(1).idempotencyKey]));
    const rows = await opened.db.selectFrom("feed_event").select(["standing", "given"]).execute();
    expect(rows).toEqual([{ standing: "recorded", given: null }]);
  });

  test("keeps what a person decided, and says it in the audit log, for good", async () => {
    await emptyAll(opened.db);
    const store = feedStore(opened.db);
    await run(store.admit(sampleFeedBatch([sampleFeedEvent(1)], { limit: null })));
    await run(store.decideHold(sampleDecision(1, "feed-fault")));
    await run(store.decideHold(sampleDecision(1, "feed-fault")));
    const { audit_event: said = [] } = await contentOf(opened.db);
    expect([said.length, said[0]?.includes("feed-hold-decided")]).toEqual([1, true]);
    await expect(sql`delete from feed_hold_decided`.execute(opened.db)).rejects.toMatchObject({ code: "23001" });
  });
});
