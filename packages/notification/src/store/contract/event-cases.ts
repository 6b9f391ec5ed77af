import * as Effect from "effect/Effect";
import * as Equal from "effect/Equal";
import { opened } from "../../obligation/fold-entries.ts";
import { failsWith, keeps, type ObligationStoreCase, succeeds } from "./contract-case.ts";
import { advanceOf, handOver, sampleBatch, sampleOpening, sampleTask, schedule } from "./sample-records.ts";

const one = sampleOpening(1);
const two = sampleOpening(2);
const ALL = { limit: 100, afterSequence: 0 };

/** What recording an event promises. */
export const eventCases: readonly ObligationStoreCase[] = [
  {
    name: "an event is recorded with its obligations and tasks, and each is found as it was opened",
    run: (store) =>
      Effect.gen(function* () {
        const batch = sampleBatch({ obligations: [one, two], tasks: [sampleTask(1)] });
        const answer = yield* succeeds(store.recordEvent(batch, "k1"));
        yield* keeps(answer.opened.length === 2 && answer.alreadyOpen.length === 0, "both obligations are opened");
        const found = yield* succeeds(store.find(one.obligation));
        yield* keeps(Equal.equals(found.obligation, opened(one)), "an obligation is the fold of its entries");
        yield* keeps(found.revision === 1, "an opened obligation stands at revision 1");
        const tasks = yield* succeeds(store.listTasks(ALL));
        yield* keeps(Equal.equals(tasks.items[0]?.task, sampleTask(1)), "a task is kept as it was raised");
      }),
  },
  {
    name: "a batch given again is answered as it was first, and opens nothing again",
    run: (store) =>
      Effect.gen(function* () {
        const batch = sampleBatch({ obligations: [one], tasks: [sampleTask(1)] });
        const first = yield* succeeds(store.recordEvent(batch, "k1"));
        yield* succeeds(store.advance(advanceOf(one, 1, schedule())));
        const again = yield* succeeds(store.recordEvent(batch, "k1"));
        yield* keeps(Equal.equals(first, again), "the first answer is given again");
        const found = yield* succeeds(store.find(one.obligation));
        yield* keeps(found.obligation.state === "scheduled", "an obligation goes on from where it was");
        const tasks = yield* succeeds(store.listTasks(ALL));
        yield* keeps(tasks.items.length === 1, "a task is raised once");
      }),
  },
  {
    name: "a key given with other content is refused, and nothing of it is written",
    run: (store) =>
      Effect.gen(function* () {
        yield* succeeds(store.recordEvent(sampleBatch({ obligations: [one] }), "k1"));
        yield* failsWith("IdempotencyKeyReused", store.recordEvent(sampleBatch({ obligations: [two] }), "k1"));
        yield* failsWith("ObligationNotFound", store.find(two.obligation));
      }),
  },
  {
    name: "what another batch opened is not opened again",
    run: (store) =>
      Effect.gen(function* () {
        yield* succeeds(store.recordEvent(sampleBatch({ obligations: [one] }), "k1"));
        yield* succeeds(store.advance(advanceOf(one, 1, schedule())));
        const answer = yield* succeeds(store.recordEvent(sampleBatch({ obligations: [one, two] }), "k2"));
        yield* keeps(Equal.equals(answer.alreadyOpen, [one.obligation]), "it says what was open already");
        yield* keeps(Equal.equals(answer.opened, [two.obligation]), "it says what it opened");
        const found = yield* succeeds(store.find(one.obligation));
        yield* keeps(found.obligation.state === "scheduled", "an open obligation is left as it was");
      }),
  },
  {
    name: "many batches are recorded in one step, each as if it came alone, all of them or none",
    run: (store) =>
      Effect.gen(function* () {
        const first = { batch: sampleBatch({ obligations: [one], tasks: [sampleTask(1)] }), idempotencyKey: "k1" };
        const second = { batch: sampleBatch({ obligations: [one, two] }), idempotencyKey: "k2" };
        const stale = { batch: sampleBatch({ advances: [advanceOf(one, 9, schedule())] }), idempotencyKey: "k3" };
        yield* failsWith("RevisionConflict", store.recordEvents([first, second, stale]));
        yield* failsWith("ObligationNotFound", store.find(one.obligation));
        const answers = yield* succeeds(store.recordEvents([first, second]));
        const opened = answers.map((answer) => answer.opened);
        yield* keeps(Equal.equals(opened, [[one.obligation], [two.obligation]]), "each batch sees those before it");
        yield* keeps((answers[0]?.sequence ?? 0) < (answers[1]?.sequence ?? 0), "they are recorded in their order");
        const again = yield* succeeds(store.recordEvents([second, first]));
        yield* keeps(Equal.equals(again, answers.toReversed()), "each is answered as it was first");
        yield* keeps((yield* succeeds(store.recordEvents([]))).length === 0, "no batch has no answer");
        const tasks = yield* succeeds(store.listTasks(ALL));
        yield* keeps(tasks.items.length === 1, "a task is raised once");
      }),
  },
  {
    name: "a batch that fails in one of its commands leaves nothing behind, and its key unused",
    run: (store) =>
      Effect.gen(function* () {
        yield* succeeds(store.recordEvent(sampleBatch({ obligations: [one] }), "k1"));
        const stale = sampleBatch({
          obligations: [two],
          tasks: [sampleTask(2)],
          advances: [advanceOf(one, 1, schedule()), advanceOf(one, 1, handOver())],
        });
        yield* failsWith("RevisionConflict", store.recordEvent(stale, "k2"));
        yield* failsWith("ObligationNotFound", store.find(two.obligation));
        const found = yield* succeeds(store.find(one.obligation));
        yield* keeps(found.obligation.state === "planned", "a command of a failed batch is not taken");
        const tasks = yield* succeeds(store.listTasks(ALL));
        yield* keeps(tasks.items.length === 0, "a task of a failed batch is not raised");
        yield* succeeds(store.recordEvent(sampleBatch({ obligations: [two] }), "k2"));
      }),
  },
];
