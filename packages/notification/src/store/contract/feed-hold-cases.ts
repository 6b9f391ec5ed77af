import * as Effect from "effect/Effect";
import * as Equal from "effect/Equal";
import { FeedId } from "../../guard/feed-id.ts";
import { failsWith, type FeedStoreCase, keeps, succeeds } from "./contract-case.ts";
import { FEED, sampleDecision, sampleFeedBatch, sampleFeedEvent } from "./sample-feed.ts";
import { minute } from "./sample-records.ts";

const ALL = { feed: FEED, limit: 100, afterSequence: 0 };
const four = [0, 1, 2, 3].map((person) => sampleFeedEvent(person));
const keys = four.map(({ idempotencyKey }) => idempotencyKey);

/** What deciding a hold promises. */
export const feedHoldCases: readonly FeedStoreCase[] = [
  {
    name: "a true change is let through whole, in its order, and is in the record once it is said to be",
    run: (store) =>
      Effect.gen(function* () {
        yield* succeeds(store.admit(sampleFeedBatch(four)));
        yield* succeeds(store.confirmRecorded(FEED, keys));
        const decided = yield* succeeds(store.decideHold(sampleDecision(4, "true-change")));
        const { number, decision } = sampleDecision(4, "true-change");
        yield* keeps(Equal.equals(decided, { feed: FEED, number, decision, changes: 4 }), "it is answered for");
        const { items } = yield* succeeds(store.listAdmitted(ALL));
        yield* keeps(
          Equal.equals(
            items.map(({ event }) => event),
            four.map(({ event }) => event),
          ),
          "what was held is there whole: nothing that waits can be said to be in the record",
        );
        yield* succeeds(store.confirmRecorded(FEED, keys));
        const again = yield* succeeds(store.admit(sampleFeedBatch(four)));
        yield* keeps(
          again.every(({ standing, hold }) => standing === "recorded" && hold === 1),
          "given again they are in the record, through that hold",
        );
        const next = yield* succeeds(store.admit(sampleFeedBatch([sampleFeedEvent(9)])));
        yield* keeps(next[0]?.standing === "admitted", "the next change goes its way");
      }),
  },
  {
    name: "a feed's fault reaches nobody, and the same change given again does not either",
    run: (store) =>
      Effect.gen(function* () {
        yield* succeeds(store.admit(sampleFeedBatch(four)));
        yield* succeeds(store.decideHold(sampleDecision(4, "feed-fault")));
        const again = yield* succeeds(store.admit(sampleFeedBatch([...four, sampleFeedEvent(9)])));
        yield* keeps(
          again.slice(0, 4).every(({ standing, hold }) => standing === "rejected" && hold === 1),
          "what was rejected stays so",
        );
        yield* keeps(again[4]?.standing === "admitted", "another change goes its way");
        const { items } = yield* succeeds(store.listAdmitted(ALL));
        yield* keeps(items.length === 1, "nothing of the fault is let through");
        const [outline] = yield* succeeds(store.listOutlines);
        yield* keeps(outline?.hold === null && outline.heldSince === null, "no hold is open");
      }),
  },
  {
    name: "a decision given again is answered as it was first, and another one finds the hold ended",
    run: (store) =>
      Effect.gen(function* () {
        yield* succeeds(store.admit(sampleFeedBatch(four)));
        const first = yield* succeeds(store.decideHold(sampleDecision(4, "feed-fault")));
        const later = sampleDecision(1, "feed-fault", { at: minute(50) });
        yield* keeps(Equal.equals(yield* succeeds(store.decideHold(later)), first), "the first answer is given again");
        yield* failsWith("HoldNotOpen", store.decideHold(sampleDecision(4, "true-change")));
        yield* keeps(
          (yield* succeeds(store.listAdmitted(ALL))).items.length === 0,
          "a later decision moves nothing that the first one rejected",
        );
      }),
  },
  {
    name: "only a person decides, of the hold that is open, as it stands; else nothing moves",
    run: (store) =>
      Effect.gen(function* () {
        yield* failsWith("HoldNotOpen", store.decideHold(sampleDecision(0, "true-change")));
        yield* succeeds(store.admit(sampleFeedBatch(four)));
        yield* failsWith("HoldNotOpen", store.decideHold(sampleDecision(4, "true-change", { number: 2 })));
        const elsewhere = { ...sampleDecision(4, "true-change"), feed: FeedId.parse("a-prison") };
        yield* failsWith("HoldNotOpen", store.decideHold(elsewhere));
        yield* failsWith("HoldNeedsPerson", store.decideHold(sampleDecision(3, "true-change", { role: "system" })));
        yield* succeeds(store.admit(sampleFeedBatch([sampleFeedEvent(9)])));
        yield* failsWith("RevisionConflict", store.decideHold(sampleDecision(4, "true-change")));
        yield* keeps((yield* succeeds(store.listAdmitted(ALL))).items.length === 0, "nothing was let through");
        yield* succeeds(store.decideHold(sampleDecision(5, "true-change")));
        yield* keeps((yield* succeeds(store.listAdmitted(ALL))).items.length === 5, "all of it is, once looked at");
        yield* keeps((yield* succeeds(store.listHeld(ALL))).items.length === 0, "and nothing is held");
      }),
  },
  {
    name: "holds are numbered, and one opens after another has ended",
    run: (store) =>
      Effect.gen(function* () {
        yield* succeeds(store.admit(sampleFeedBatch(four)));
        yield* succeeds(store.decideHold(sampleDecision(4, "true-change")));
        const more = [10, 11, 12, 13].map((person) => sampleFeedEvent(person));
        const standings = yield* succeeds(store.admit(sampleFeedBatch(more, { at: minute(1) })));
        yield* keeps(
          standings.every(({ standing, hold }) => standing === "held" && hold === 2),
          "the second hold has the second number",
        );
        yield* succeeds(store.decideHold(sampleDecision(4, "feed-fault", { number: 2 })));
        yield* keeps((yield* succeeds(store.listAdmitted(ALL))).items.length === 4, "what was let through stays so");
      }),
  },
];
