import { AuditEvent } from "@victim-rights/auditing";
import { Instant } from "@victim-rights/core";
import {
  type AttemptKey,
  type NoticeActor,
  NoticeActorId,
  ObligationCommand,
  RecordRef,
  type SendResult,
  type TaskAnswer,
} from "@victim-rights/notification";
import { advanceOf, sampleBatch, sampleOpening, sampleTask } from "@victim-rights/notification/testing";
import * as Effect from "effect/Effect";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { OpenedDatabase } from "../src/database/opened-database.ts";
import { obligationStore } from "../src/obligations/obligation-store.ts";
import { rowKey } from "../src/obligations/row-key.ts";
import { testDatabases } from "./support/databases.ts";
import { emptyAll } from "./support/tables.ts";

const run = <Answer, Failure>(effect: Effect.Effect<Answer, Failure>): Promise<Answer> => Effect.runPromise(effect);
const at = (minute: number): Instant => Instant.parse(`2026-03-02T01:${String(minute).padStart(2, "0")}:00Z`);

const WORKER: NoticeActor = { role: "system", id: NoticeActorId.parse("worker-7") };
const one = sampleOpening(1);
const task = sampleTask(1);
const key: AttemptKey = { obligation: one.obligation, attempt: 1, channel: "phone" };
const accepted: SendResult = { outcome: "accepted", at: at(3), providerRef: RecordRef.parse("send-1") };
const inDoubt: SendResult = { outcome: "unknown", at: at(2), providerRef: null };
const answer: TaskAnswer = {
  by: { role: "staff", id: NoticeActorId.parse("ann") },
  at: at(9),
  record: RecordRef.parse("note-4"),
};

const command = (act: string, shape: object): ObligationCommand =>
  ObligationCommand.parse({
    act,
    id: `c-${act}`,
    at: at(0),
    by: WORKER,
    attempt: 1,
    method: "phone",
    contact: "c-1",
    ...shape,
  });

/** The sample's id has signs that no id of the log has. */
const ID = `sha256:${rowKey(one.obligation)}`;
const OF_SEND = [
  { kind: "obligation", id: ID },
  { kind: "attempt", id: "1-phone" },
];

describe.each(testDatabases())("on $engine the audit log", ({ open }) => {
  let opened: OpenedDatabase;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());

  const store = () => obligationStore(opened.db, WORKER);
  const events = async (): Promise<readonly AuditEvent[]> => {
    const rows = await opened.db.selectFrom("audit_event").select("event").orderBy("position").execute();
    return rows.map(({ event }) => AuditEvent.parse(event));
  };
  /** What was added to the log by some work. */
  const addedBy = async (work: () => Promise<unknown>): Promise<readonly AuditEvent[]> => {
    const before = await events();
    await work();
    return (await events()).slice(before.length);
  };

  beforeEach(async () => {
    await emptyAll(opened.db);
    await run(store().recordEvent(sampleBatch({ obligations: [one], tasks: [task] }), "k1"));
    await run(store().advance(advanceOf(one, 1, command("schedule", { for: at(0), reason: "due" }))));
    await run(store().advance(advanceOf(one, 2, command("attempt", { safeContactCheckedAt: at(0), reason: "due" }))));
  });

  test("says of a claim which send it is of, and who made it", async () => {
    expect(await addedBy(() => run(store().claimAttempt(key, at(1))))).toEqual([
      {
        what: { action: "claim-send", about: OF_SEND },
        when: at(1),
        where: "obligation-store",
        source: { kind: "job", id: ID },
        outcome: "done",
        who: WORKER,
      },
    ]);
  });

  test("says nothing of a claim that somebody else had made, nor of one that was refused", async () => {
    await run(store().claimAttempt(key, at(1)));
    expect(await addedBy(() => run(store().claimAttempt(key, at(2))))).toEqual([]);
    const refused = store().claimAttempt({ ...key, attempt: 2 }, at(2));
    expect(await addedBy(() => run(Effect.result(refused)))).toEqual([]);
  });

  test("says what came of a send: once that it is in doubt, and once how the doubt ended", async () => {
    await run(store().claimAttempt(key, at(1)));
    const added = await addedBy(async () => {
      for (const result of [inDoubt, { ...inDoubt, at: at(3) }, accepted, accepted])
        await run(store().settleAttempt(key, result));
    });
    expect(added.map(({ what, when, outcome, who }) => ({ ...what, when, outcome, who }))).toEqual([
      { action: "settle-send", about: OF_SEND, when: at(2), outcome: "unknown", who: WORKER },
      { action: "settle-send", about: OF_SEND, when: at(3), outcome: "done", who: WORKER },
    ]);
  });

  test("says that a send was refused, and nothing of an answer that came too late", async () => {
    await run(store().claimAttempt(key, at(1)));
    const refused: SendResult = { outcome: "refused", at: at(2), providerRef: null };
    const added = await addedBy(async () => {
      await run(store().settleAttempt(key, refused));
      await run(Effect.result(store().settleAttempt(key, accepted)));
    });
    expect(added.map(({ outcome }) => outcome)).toEqual(["refused"]);
  });

  test("says who answered a task and where it is written down, once", async () => {
    const added = await addedBy(async () => {
      await run(store().settleTask(task.id, answer));
      await run(store().settleTask(task.id, answer));
      await run(Effect.result(store().settleTask(task.id, { ...answer, at: at(10) })));
    });
    expect(added).toEqual([
      {
        what: {
          action: "answer-task",
          about: [
            { kind: "task", id: task.id },
            { kind: "record", id: "note-4" },
          ],
        },
        when: at(9),
        where: "obligation-store",
        source: { kind: "request", id: task.id },
        outcome: "done",
        who: answer.by,
      },
    ]);
  });
});
