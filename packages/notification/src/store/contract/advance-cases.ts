import * as Effect from "effect/Effect";
import * as Equal from "effect/Equal";
import * as Result from "effect/Result";
import { failsWith, keeps, type ObligationStoreCase, succeeds } from "./contract-case.ts";
import { advanceOf, attempt, confirm, handOver, sampleBatch, sampleOpening, schedule } from "./sample-records.ts";
import { sampleCommand, minute } from "./sample-records.ts";

const one = sampleOpening(1);
const opening = sampleBatch({ obligations: [one] });
const ALL = { limit: 100, afterSequence: 0 };

/** What advancing an obligation promises. */
export const advanceCases: readonly ObligationStoreCase[] = [
  {
    name: "each command raises the revision by one, and is found afterwards",
    run: (store) =>
      Effect.gen(function* () {
        yield* succeeds(store.recordEvent(opening, "k1"));
        yield* succeeds(store.advance(advanceOf(one, 1, schedule())));
        yield* succeeds(store.advance(advanceOf(one, 2, attempt())));
        const answer = yield* succeeds(store.advance(advanceOf(one, 3, confirm())));
        yield* keeps(answer.revision === 4 && answer.obligation.state === "confirmed", "the last command stands");
        const found = yield* succeeds(store.find(one.obligation));
        yield* keeps(Equal.equals(found, answer), "what was answered is what is kept");
      }),
  },
  {
    name: "a command is taken once, whatever revision it is given at again",
    run: (store) =>
      Effect.gen(function* () {
        yield* succeeds(store.recordEvent(opening, "k1"));
        yield* succeeds(store.advance(advanceOf(one, 1, schedule())));
        const again = yield* succeeds(store.advance(advanceOf(one, 1, schedule())));
        yield* keeps(again.revision === 2, "a command given again has no further effect");
        const other = { ...schedule(), for: minute(61) };
        yield* failsWith("CommandExistsWithDifferentContent", store.advance(advanceOf(one, 2, other)));
      }),
  },
  {
    name: "a command decided on an older revision is refused",
    run: (store) =>
      Effect.gen(function* () {
        yield* succeeds(store.recordEvent(opening, "k1"));
        yield* succeeds(store.advance(advanceOf(one, 1, schedule())));
        yield* failsWith("RevisionConflict", store.advance(advanceOf(one, 1, handOver())));
        yield* failsWith(
          "StepNotPossible",
          store.advance(advanceOf(one, 2, sampleCommand("begin-search", 5, { reason: "moved" }))),
        );
      }),
  },
  {
    name: "an obligation that nobody opened is not found",
    run: (store) =>
      Effect.gen(function* () {
        yield* failsWith("ObligationNotFound", store.find(one.obligation));
        yield* failsWith("ObligationNotFound", store.advance(advanceOf(one, 1, schedule())));
      }),
  },
  {
    name: "of several commands decided on one revision exactly one is taken",
    run: (store) =>
      Effect.gen(function* () {
        yield* succeeds(store.recordEvent(opening, "k1"));
        const commands = Array.from({ length: 8 }, (_, number) => schedule(number + 1));
        const results = yield* Effect.all(
          commands.map((command) => Effect.result(store.advance(advanceOf(one, 1, command)))),
          { concurrency: "unbounded" },
        );
        yield* keeps(results.filter(Result.isSuccess).length === 1, "one of them is taken");
        const refused = results.flatMap((each) => (Result.isFailure(each) ? [each.failure._tag] : []));
        yield* keeps(
          refused.every((tag) => tag === "RevisionConflict"),
          "the others learn of the conflict",
        );
      }),
  },
  {
    name: "what is handed to a person is a task from the same moment",
    run: (store) =>
      Effect.gen(function* () {
        yield* succeeds(store.recordEvent(opening, "k1"));
        yield* succeeds(store.advance(advanceOf(one, 1, handOver())));
        yield* succeeds(store.advance(advanceOf(one, 1, handOver())));
        const tasks = yield* succeeds(store.listTasks(ALL));
        const [first] = tasks.items;
        yield* keeps(tasks.items.length === 1 && first?.task.why === "no-contact-left", "one task is raised");
      }),
  },
];
