import { Instant, type Revision, StoreUnavailable } from "@victim-rights/core";
import {
  type AttemptKey,
  NoticeActorId,
  ObligationCommand,
  RecordRef,
  type TaskAnswer,
} from "@victim-rights/notification";
import {
  advanceOf,
  handOver,
  sampleBatch,
  sampleDecision,
  sampleFeedBatch,
  sampleFeedEvent,
  sampleOpening,
  sampleTask,
  schedule,
} from "@victim-rights/notification/testing";
import { CaseId } from "@victim-rights/restorative-justice";
import { sampleSteps } from "@victim-rights/restorative-justice/testing";
import { LedgerId } from "@victim-rights/restitution";
import { sampleJournals } from "@victim-rights/restitution/testing";
import * as Effect from "effect/Effect";
import * as Result from "effect/Result";
import { type Kysely, sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { caseStore } from "../src/cases/case-store.ts";
import type { Database } from "../src/database/database.ts";
import type { OpenedDatabase } from "../src/database/opened-database.ts";
import { feedStore } from "../src/feeds/feed-store.ts";
import { ledgerStore } from "../src/ledger/ledger-store.ts";
import { obligationStore } from "../src/obligations/obligation-store.ts";
import { openTwice, testDatabases } from "./support/databases.ts";
import { failingAt } from "./support/failing-at.ts";
import { notACipher } from "./support/not-a-cipher.ts";
import { contentOf, emptyAll } from "./support/tables.ts";

type Db = Kysely<Database>;

/** A write of a store, with what must be there before it. */
type Write = {
  readonly name: string;
  readonly before: (db: Db) => Promise<unknown>;
  readonly write: (db: Db) => Effect.Effect<unknown, { readonly _tag: string }>;
  /** Tables that the write adds to: a table left out would be one that nothing here tests. */
  readonly addsTo: readonly string[];
};

const opening = sampleOpening(1);
const handedOver = sampleOpening(2);
const [journal] = sampleJournals(1, 7);
const lastWrite = journal?.writes.findLast(({ entries }) => entries.some(({ transfers }) => transfers.length > 0));
const place = lastWrite === undefined ? -1 : (journal?.writes.indexOf(lastWrite) ?? -1);
const ledger = LedgerId.parse("county");
const steps = sampleSteps("dialogue", CaseId.parse("case-1"));

const appendTo = (db: Db, at: number) => {
  const { command, entries } = journal?.writes[at] ?? expect.fail("a sample journal has writes");
  return ledgerStore({ db, cipher: notACipher }).append({ ledger, expected: at as Revision, command, entries });
};

/** The moment for which the sample schedules its attempt. */
const AT = Instant.parse("2026-03-02T01:00:00Z");
const SEND: AttemptKey = { obligation: opening.obligation, attempt: 1, channel: "phone" };
const ANSWER: TaskAnswer = {
  by: { role: "staff", id: NoticeActorId.parse("ann") },
  at: AT,
  record: RecordRef.parse("note-1"),
};

const attempt = ObligationCommand.parse({
  act: "attempt",
  id: "c-attempt",
  at: AT,
  by: { role: "system", id: "worker" },
  attempt: 1,
  method: "phone",
  contact: "contact-1",
  safeContactCheckedAt: AT,
  reason: "first-attempt",
});

/** An obligation with an attempt that nobody has claimed. */
const attempted = (db: Db) =>
  Effect.andThen(
    obligationStore(db).recordEvent(sampleBatch({ obligations: [opening] }), "k0"),
    Effect.andThen(
      obligationStore(db).advance(advanceOf(opening, 1, schedule())),
      obligationStore(db).advance(advanceOf(opening, 2, attempt)),
    ),
  );

const WRITES: readonly Write[] = [
  {
    name: "an event with obligations, a command, tasks and audit facts",
    before: (db) =>
      Effect.runPromise(obligationStore(db).recordEvent(sampleBatch({ obligations: [handedOver] }), "k0")),
    write: (db) =>
      obligationStore(db).recordEvent(
        sampleBatch({
          obligations: [opening],
          advances: [advanceOf(handedOver, 1, handOver())],
          tasks: [sampleTask(1)],
        }),
        "k1",
      ),
    addsTo: [
      "recorded_event",
      "obligation",
      "obligation_entry",
      "obligation_deadline",
      "person_task",
      "audit_event",
      "outbox",
      "wake_up",
    ],
  },
  {
    name: "a command in an obligation",
    before: (db) => Effect.runPromise(obligationStore(db).recordEvent(sampleBatch({ obligations: [opening] }), "k0")),
    write: (db) => obligationStore(db).advance(advanceOf(opening, 1, handOver())),
    addsTo: ["obligation_entry", "person_task", "outbox", "audit_event"],
  },
  {
    name: "the claim of a send",
    before: (db) => Effect.runPromise(attempted(db)),
    write: (db) => obligationStore(db).claimAttempt(SEND, AT),
    addsTo: ["attempt_claim", "audit_event"],
  },
  {
    name: "the answer to a send",
    before: (db) => Effect.runPromise(Effect.andThen(attempted(db), obligationStore(db).claimAttempt(SEND, AT))),
    write: (db) => obligationStore(db).settleAttempt(SEND, { outcome: "refused", at: AT, providerRef: null }),
    addsTo: ["audit_event"],
  },
  {
    name: "the answer to a task",
    before: (db) => Effect.runPromise(obligationStore(db).recordEvent(sampleBatch({ tasks: [sampleTask(1)] }), "k0")),
    write: (db) => obligationStore(db).settleTask(sampleTask(1).id, ANSWER),
    addsTo: ["audit_event"],
  },
  {
    name: "entries of a ledger",
    before: async (db) => {
      for (let at = 0; at < place; at++) await Effect.runPromise(appendTo(db, at));
    },
    write: (db) => appendTo(db, place),
    addsTo: ["ledger_command", "ledger_entry", "ledger_posting"],
  },
  {
    name: "a step of a case",
    before: (db) => Effect.runPromise(caseStore({ db, cipher: notACipher }).append(steps[0] ?? expect.fail())),
    write: (db) => caseStore({ db, cipher: notACipher }).append(steps[1] ?? expect.fail()),
    addsTo: ["case_command"],
  },
  {
    name: "a feed's batch of which a part is held",
    before: (db) => Effect.runPromise(feedStore(db).admit(sampleFeedBatch([sampleFeedEvent(1)]))),
    write: (db) => feedStore(db).admit(sampleFeedBatch([2, 3, 4].map((person) => sampleFeedEvent(person)))),
    addsTo: ["feed_event"],
  },
  {
    name: "a person's decision of what is held",
    before: (db) =>
      Effect.runPromise(feedStore(db).admit(sampleFeedBatch([1, 2, 3, 4].map((person) => sampleFeedEvent(person))))),
    write: (db) => feedStore(db).decideHold(sampleDecision(4, "true-change")),
    addsTo: ["feed_hold_decided", "audit_event"],
  },
];

describe.each(testDatabases())("a transaction on $engine", (database) => {
  let opened: OpenedDatabase;
  let cut: () => Promise<void>;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ opened, cut, close } = await openTwice(database));
  });
  afterAll(() => close());

  test.each(WRITES)(
    "that is cut off after any statement leaves nothing of $name",
    async ({ before, write, addsTo }) => {
      await emptyAll(opened.db);
      await before(opened.db);
      const content = await contentOf(opened.db);
      const cuts: { readonly failure: unknown; readonly left: unknown }[] = [];
      let written = false;
      while (!written) {
        const failing = failingAt(cuts.length + 1, cut);
        const outcome = await Effect.runPromise(Effect.result(write(opened.db.withPlugin(failing.plugin))));
        written = !failing.hasFailed();
        expect(Result.isSuccess(outcome)).toBe(written);
        const failure = Result.isFailure(outcome) ? outcome.failure : null;
        if (!written) cuts.push({ failure, left: await contentOf(opened.db) });
      }
      for (const { failure, left } of cuts) {
        expect(failure).toBeInstanceOf(StoreUnavailable);
        expect(left).toEqual(content);
      }
      const after = await contentOf(opened.db);
      const grown = Object.keys(after).filter((table) => (after[table]?.length ?? 0) > (content[table]?.length ?? 0));
      expect(grown.toSorted()).toEqual(addsTo.toSorted());
      expect(cuts.length).toBeGreaterThan(addsTo.length);
    },
  );
});

describe.each(testDatabases().filter(({ engine }) => engine === "PostgreSQL"))("a commit on $engine", ({ open }) => {
  test("of which nobody can tell whether it was made is `unknown`, and is made by the same key", async () => {
    const opened = await open();
    const store = obligationStore(opened.db);
    const batch = sampleBatch({ obligations: [opening] });
    await sql`create function end_at_commit() returns trigger language plpgsql as $$
      begin perform pg_terminate_backend(pg_backend_pid()); return null; end $$`.execute(opened.db);
    await sql`create constraint trigger end_at_commit after insert on recorded_event
      deferrable initially deferred for each row execute function end_at_commit()`.execute(opened.db);
    const lost = await Effect.runPromise(Effect.result(store.recordEvent(batch, "k1")));
    expect(lost).toEqual(Result.fail(new StoreUnavailable({ commit: "unknown", during: "recordEvent" })));
    await sql`drop trigger end_at_commit on recorded_event`.execute(opened.db);
    const made = await Effect.runPromise(store.recordEvent(batch, "k1"));
    expect(made).toMatchObject({ opened: [opening.obligation], sequence: 1 });
    await opened.close();
  });
});
