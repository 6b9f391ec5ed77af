import { PersonId } from "@victim-rights/core";
import * as Effect from "effect/Effect";
import * as Equal from "effect/Equal";
import { NoticeActor } from "../../obligation/notice-actor.ts";
import { RecordRef } from "../../obligation/ids.ts";
import type { ObligationStoreShape } from "../obligation-store.ts";
import type { Page, StoredObligation } from "../store-records.ts";
import { failsWith, keeps, type ObligationStoreCase, succeeds } from "./contract-case.ts";
import {
  advanceOf,
  confirm,
  handOver,
  minute,
  nameOf,
  sampleBatch,
  sampleOpening,
  sampleTask,
  schedule,
} from "./sample-records.ts";

const openings = Array.from({ length: 7 }, (_, number) => sampleOpening(number, number % 2));
const [first = sampleOpening(0), second = sampleOpening(1), third = sampleOpening(2)] = openings;
const answer = {
  by: NoticeActor.parse({ role: "staff", id: "desk-1" }),
  at: minute(5),
  record: RecordRef.parse("note-1"),
};

const sevenOpen = (store: ObligationStoreShape) =>
  succeeds(store.recordEvent(sampleBatch({ obligations: openings, tasks: [1, 2, 3].map(sampleTask) }), "k1"));

/** What listing promises. */
export const listCases: readonly ObligationStoreCase[] = [
  {
    name: "what is due comes in the store's order, page by page, once each",
    run: (store) =>
      Effect.gen(function* () {
        yield* sevenOpen(store);
        const seen: string[] = [];
        for (let after: number | null = 0; after !== null;) {
          const page: Page<StoredObligation> = yield* succeeds(
            store.listDue({ now: minute(1), limit: 3, afterSequence: after }),
          );
          yield* keeps(page.items.length <= 3, "a page has no more than it was asked for");
          seen.push(...page.items.map(({ obligation }) => obligation.id));
          after = page.next;
        }
        yield* keeps(
          Equal.equals(
            seen,
            openings.map(({ obligation }) => obligation),
          ),
          "each comes once, in order",
        );
      }),
  },
  {
    name: "what is set for later, is with a person or has ended is not due",
    run: (store) =>
      Effect.gen(function* () {
        yield* sevenOpen(store);
        yield* succeeds(store.advance(advanceOf(first, 1, schedule())));
        yield* succeeds(store.advance(advanceOf(second, 1, handOver())));
        yield* succeeds(store.advance(advanceOf(third, 1, confirm(3))));
        const early = yield* succeeds(store.listDue({ now: minute(59), limit: 100, afterSequence: 0 }));
        yield* keeps(early.items.length === 4, "only those that wait for the system are due");
        const later = yield* succeeds(store.listDue({ now: minute(60), limit: 100, afterSequence: 0 }));
        yield* keeps(later.items[0]?.obligation.id === first.obligation, "a set attempt is due at its moment");
      }),
  },
  {
    name: "a person's obligations are listed, ended ones too, and nobody else's",
    run: (store) =>
      Effect.gen(function* () {
        yield* sevenOpen(store);
        yield* succeeds(store.advance(advanceOf(first, 1, confirm(3))));
        const personId = PersonId.parse(nameOf(0));
        const all = yield* succeeds(store.listForPerson({ personId, limit: 100, afterSequence: 0 }));
        yield* keeps(all.items.length === 4 && all.next === null, "all of theirs are listed");
        yield* keeps(
          all.items.every(({ obligation }) => obligation.subject.personId === personId),
          "only theirs are",
        );
        const part = yield* succeeds(store.listForPerson({ personId, limit: 3, afterSequence: 0 }));
        const rest = yield* succeeds(store.listForPerson({ personId, limit: 3, afterSequence: part.next ?? 0 }));
        yield* keeps(rest.items.length === 1, "the pages join without a gap");
      }),
  },
  {
    name: "a task is listed until it is answered, and the first answer stands",
    run: (store) =>
      Effect.gen(function* () {
        yield* sevenOpen(store);
        const { id } = sampleTask(2);
        yield* succeeds(store.settleTask(id, answer));
        yield* succeeds(store.settleTask(id, answer));
        const left = yield* succeeds(store.listTasks({ limit: 100, afterSequence: 0 }));
        yield* keeps(left.items.length === 2, "an answered task is listed no more");
        const ids = [3, 9, 2].map((number) => sampleTask(number).id);
        const asked = (yield* succeeds(store.findTasks(ids))).map((each) => [each.task.id, each.answer]);
        const kept = [
          [id, answer],
          [sampleTask(3).id, null],
        ];
        yield* keeps(Equal.equals(asked, kept), "it is found by its id, as is one that is open");
        yield* keeps((yield* succeeds(store.findTasks([]))).length === 0, "no id finds nothing");
        yield* failsWith("IdempotencyKeyReused", store.settleTask(id, { ...answer, at: minute(6) }));
        yield* failsWith("PersonTaskNotFound", store.settleTask(sampleTask(9).id, answer));
      }),
  },
];
