import { EVENT_KINDS } from "@victim-rights/core";
import * as Effect from "effect/Effect";
import * as Equal from "effect/Equal";
import { FeedId } from "../../guard/feed-id.ts";
import type { FeedStoreShape } from "../feed-store.ts";
import { type FeedStoreCase, keeps, succeeds } from "./contract-case.ts";
import { FEED, sampleFeedBatch, sampleFeedEvent } from "./sample-feed.ts";
import { minute } from "./sample-records.ts";

const ALL = { feed: FEED, limit: 100, afterSequence: 0 };
const people = (count: number, from = 0) => Array.from({ length: count }, (_, at) => sampleFeedEvent(from + at));

const ADMITTED = { standing: "admitted", hold: null } as const;
const HELD = { standing: "held", hold: 1 } as const;
const RECORDED = { standing: "recorded", hold: null } as const;

const keysOf = (store: FeedStoreShape, which: "listAdmitted" | "listHeld") =>
  Effect.map(succeeds(store[which](ALL)), ({ items }) => items.map(({ idempotencyKey }) => idempotencyKey));

/** What taking a batch in promises. */
export const feedAdmitCases: readonly FeedStoreCase[] = [
  {
    name: "what is within the limit is let through, and kept whole until it is in the record",
    run: (store) =>
      Effect.gen(function* () {
        const [one, two] = people(2);
        const standings = yield* succeeds(store.admit(sampleFeedBatch(people(2))));
        yield* keeps(Equal.equals(standings, [ADMITTED, ADMITTED]), "both are let through");
        const { items } = yield* succeeds(store.listAdmitted(ALL));
        const given = items.map(({ event, idempotencyKey }) => ({ event, idempotencyKey }));
        yield* keeps(Equal.equals(given, [one, two]), "events are kept as they came, in their order");
        yield* succeeds(store.confirmRecorded(FEED, [one?.idempotencyKey ?? ""]));
        yield* keeps(
          Equal.equals(yield* keysOf(store, "listAdmitted"), [two?.idempotencyKey]),
          "what is in the record waits no longer, and the rest does",
        );
      }),
  },
  {
    name: "more people than the limit are held whole, with all that follows, and none of them is let through",
    run: (store) =>
      Effect.gen(function* () {
        const standings = yield* succeeds(store.admit(sampleFeedBatch(people(4))));
        yield* keeps(Equal.equals(standings, [HELD, HELD, HELD, HELD]), "all of them are held");
        const later = yield* succeeds(store.admit(sampleFeedBatch(people(1, 9), { at: minute(600) })));
        yield* keeps(Equal.equals(later, [HELD]), "an open hold takes what follows");
        yield* keeps((yield* keysOf(store, "listAdmitted")).length === 0, "nothing is let through");
        const keys = [...people(4), ...people(1, 9)].map(({ idempotencyKey }) => idempotencyKey);
        yield* keeps(Equal.equals(yield* keysOf(store, "listHeld"), keys), "what is held is kept in its order");
        const [outline] = yield* succeeds(store.listOutlines);
        const hold = {
          number: 1,
          openedAt: minute(0),
          revision: 5,
          people: 5,
          kinds: [{ kind: "release", changes: 5 }],
        };
        yield* keeps(Equal.equals(outline?.hold, hold), "the hold is told in outline");
      }),
  },
  {
    name: "what was taken in before is neither counted nor held again, whatever became of it",
    run: (store) =>
      Effect.gen(function* () {
        yield* succeeds(store.admit(sampleFeedBatch(people(3))));
        yield* succeeds(store.confirmRecorded(FEED, [people(1)[0]?.idempotencyKey ?? ""]));
        const again = yield* succeeds(store.admit(sampleFeedBatch(people(3))));
        yield* keeps(Equal.equals(again, [RECORDED, ADMITTED, ADMITTED]), "each is told where it stands");
        yield* keeps((yield* keysOf(store, "listAdmitted")).length === 2, "none is let through twice");
        const more = yield* succeeds(store.admit(sampleFeedBatch([...people(3), ...people(1, 7)])));
        yield* keeps(Equal.equals(more.at(-1), HELD), "the fourth person is one too many");
        yield* succeeds(store.admit(sampleFeedBatch([...people(1, 7), ...people(1, 7)])));
        yield* keeps((yield* keysOf(store, "listHeld")).length === 1, "none is held twice");
      }),
  },
  {
    name: "an event that stands in a batch twice is one event",
    run: (store) =>
      Effect.gen(function* () {
        const standings = yield* succeeds(store.admit(sampleFeedBatch([...people(1), ...people(1)])));
        yield* keeps(Equal.equals(standings, [ADMITTED, ADMITTED]), "it is answered for each time");
        yield* keeps((yield* keysOf(store, "listAdmitted")).length === 1, "it is kept once");
      }),
  },
  {
    name: "an urgent kind passes while others are held",
    run: (store) =>
      Effect.gen(function* () {
        const escape = sampleFeedEvent(2, "escape");
        const standings = yield* succeeds(store.admit(sampleFeedBatch([...people(2), escape, ...people(2, 5)])));
        yield* keeps(Equal.equals(standings, [HELD, HELD, ADMITTED, HELD, HELD]), "the escape alone is let through");
        yield* keeps(Equal.equals(yield* keysOf(store, "listAdmitted"), [escape.idempotencyKey]), "it is kept");
      }),
  },
  {
    name: "of batches that come at once no more people than the limit are let through",
    run: (store) =>
      Effect.gen(function* () {
        const batches = people(8).map((each) => succeeds(store.admit(sampleFeedBatch([each]))));
        const standings = (yield* Effect.all(batches, { concurrency: "unbounded" })).flat();
        const passed = standings.filter(({ standing }) => standing === "admitted");
        yield* keeps(passed.length === 3, "three of eight people pass, and the others are held");
        yield* keeps((yield* keysOf(store, "listHeld")).length === 5, "the others are kept");
      }),
  },
  {
    name: "a window ends, a feed without a limit is held whole, and no feed is counted with another",
    run: (store) =>
      Effect.gen(function* () {
        const other = FeedId.parse("a-prison");
        yield* succeeds(store.admit(sampleFeedBatch(people(3))));
        const nextHour = yield* succeeds(store.admit(sampleFeedBatch(people(3, 3), { at: minute(60) })));
        yield* keeps(Equal.equals(nextHour, [ADMITTED, ADMITTED, ADMITTED]), "the next hour counts anew");
        const unknown = yield* succeeds(store.admit(sampleFeedBatch(people(1), { feed: other, limit: null })));
        yield* keeps(Equal.equals(unknown, [HELD]), "no limit lets nothing through");
        const feeds = (yield* succeeds(store.listHeard)).map(({ feed, heldSince }) => [feed, heldSince]);
        const expected = [
          [other, minute(0)],
          [FEED, null],
        ];
        yield* keeps(Equal.equals(feeds, expected), "each feed stands by itself, in the order of their names");
      }),
  },
  {
    name: "a sign of life is heard, and one that comes late makes nothing older",
    run: (store) =>
      Effect.gen(function* () {
        yield* keeps((yield* succeeds(store.listHeard)).length === 0, "nobody was heard at first");
        for (const at of [7, 3]) yield* succeeds(store.admit(sampleFeedBatch([], { at: minute(at) })));
        const [outline] = yield* succeeds(store.listOutlines);
        const expected = { feed: FEED, heardAt: minute(7), heldSince: null, hold: null, admitted: 0 };
        yield* keeps(Equal.equals(outline, expected), "it is heard when it was heard last");
      }),
  },
  {
    name: "a hold tells its changes by kind, and pages join without a gap",
    run: (store) =>
      Effect.gen(function* () {
        const kinds = Object.keys(EVENT_KINDS).toSorted().slice(0, 2) as (keyof typeof EVENT_KINDS)[];
        const events = kinds.flatMap((kind, at) => [1, 2, 3].slice(at).map((person) => sampleFeedEvent(person, kind)));
        yield* succeeds(store.admit(sampleFeedBatch(events, { limit: null })));
        const [outline] = yield* succeeds(store.listOutlines);
        const counted = kinds.map((kind, at) => ({ kind, changes: 3 - at }));
        yield* keeps(Equal.equals(outline?.hold?.kinds, counted), "changes are counted by kind");
        yield* keeps(outline?.hold?.people === 3, "people are counted once");
        const first = yield* succeeds(store.listHeld({ ...ALL, limit: 2 }));
        const rest = yield* succeeds(store.listHeld({ ...ALL, afterSequence: first.next ?? 0 }));
        const keys = [...first.items, ...rest.items].map(({ idempotencyKey }) => idempotencyKey);
        yield* keeps(
          Equal.equals(
            keys,
            events.map(({ idempotencyKey }) => idempotencyKey),
          ),
          "each comes once, in order",
        );
        yield* keeps(first.items.length === 2 && rest.next === null, "pages have their size and an end");
      }),
  },
];
