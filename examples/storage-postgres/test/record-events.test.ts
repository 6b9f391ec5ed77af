import { IdempotencyKeyReused } from "@victim-rights/core";
import { advanceObligation, type EventBatch, type OpenedEntry } from "@victim-rights/notification";
import { advanceOf, handOver, sampleBatch, sampleOpening, sampleTask } from "@victim-rights/notification/testing";
import * as Effect from "effect/Effect";
import * as Result from "effect/Result";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { OpenedDatabase } from "../src/database/opened-database.ts";
import { foldRows } from "../src/obligations/obligation-rows.ts";
import { obligationStore } from "../src/obligations/obligation-store.ts";
import { testDatabases } from "./support/databases.ts";
import { emptyAll } from "./support/tables.ts";

const [one, two, three] = [sampleOpening(1), sampleOpening(2), sampleOpening(3)];

/** The same obligation with other terms. */
const otherwise = (entry: OpenedEntry): OpenedEntry => ({
  ...entry,
  terms: { ...entry.terms, dutyBearers: ["law-enforcement"] },
});

const keyed = (idempotencyKey: string, batch: Partial<EventBatch>) => ({ idempotencyKey, batch: sampleBatch(batch) });

describe.each(testDatabases())("recording on $engine", ({ open }) => {
  let opened: OpenedDatabase;
  beforeAll(async () => {
    opened = await open();
  });
  beforeEach(() => emptyAll(opened.db));
  afterAll(() => opened.close());
  const record = (...batches: readonly ReturnType<typeof keyed>[]) =>
    Effect.runPromise(Effect.result(obligationStore(opened.db).recordEvents(batches)));
  const recorded = async (...batches: readonly ReturnType<typeof keyed>[]) =>
    Result.getOrThrow(await record(...batches));

  test("writes an entry that a batch opens once, and still tells a batch with other terms apart", async () => {
    const first = await recorded(keyed("k1", { obligations: [one, two] }));
    const { batch } = await opened.db.selectFrom("recorded_event").select("batch").executeTakeFirstOrThrow();
    expect(batch).toMatchObject({ obligations: [one.obligation, two.obligation] });
    expect(await recorded(keyed("k1", { obligations: [one, two] }))).toEqual(first);
    for (const obligations of [[one, otherwise(two)], [otherwise(one), two], [two, one], [one], [one, two, three]])
      expect(await record(keyed("k1", { obligations }))).toEqual(Result.fail(new IdempotencyKeyReused({ key: "k1" })));
  });

  test("keeps an entry that it does not open as it was given", async () => {
    await recorded(keyed("k1", { obligations: [one] }));
    const given = keyed("k2", { obligations: [otherwise(one), two, otherwise(two), two] });
    const answer = await recorded(given);
    expect(answer).toMatchObject([
      { alreadyOpen: [one.obligation], opened: [two.obligation, two.obligation, two.obligation] },
    ]);
    expect(await recorded(given)).toEqual(answer);
    for (const obligations of [
      [one, two, otherwise(two), two],
      [otherwise(one), two, two, two],
      [otherwise(one), otherwise(two), otherwise(two), two],
    ])
      expect(Result.isFailure(await record(keyed("k2", { obligations })))).toBe(true);
  });

  test("compares a batch that comes twice in one step with the first of the two", async () => {
    const given = keyed("k1", { obligations: [one] });
    const [first, again] = await recorded(given, given);
    expect(again).toEqual(first);
    const other = keyed("k2", { obligations: [two] });
    expect(Result.isFailure(await record(other, keyed("k2", { obligations: [three] })))).toBe(true);
    expect(Result.isSuccess(await record(other))).toBe(true);
  });

  test("takes a command for what an earlier batch of the step opened, and raises a task once", async () => {
    const task = await taskOfHandOver();
    await recorded(
      keyed("k1", { obligations: [one], tasks: [sampleTask(1)] }),
      keyed("k2", { advances: [advanceOf(one, 1, handOver())] }),
      keyed("k3", { tasks: [sampleTask(1), task] }),
    );
    const { items } = await Effect.runPromise(obligationStore(opened.db).listTasks({ limit: 10, afterSequence: 0 }));
    expect(items.map(({ task: { id } }) => id).toSorted()).toEqual([sampleTask(1).id, task.id].toSorted());
    const { obligation } = await Effect.runPromise(obligationStore(opened.db).find(one.obligation));
    expect(obligation).toMatchObject({ state: "with-person", revision: 2 });
  });

  /** The task that handing the first obligation over raises. */
  const taskOfHandOver = async () => {
    await recorded(keyed("k0", { obligations: [one] }));
    const { obligation } = await Effect.runPromise(obligationStore(opened.db).find(one.obligation));
    await emptyAll(opened.db);
    const [task] = Result.getOrThrow(advanceObligation(obligation, handOver())).tasks;
    return task ?? expect.fail("a handed-over obligation raises a task");
  };

  test("gives places and messages in the order of what was recorded, a thousand rows and more", async () => {
    const many = Array.from({ length: 700 }, (_, at) => sampleOpening(at + 1));
    await recorded(
      keyed("k1", { obligations: many }),
      keyed("k2", { obligations: many.map((_, at) => sampleOpening(at + 701)) }),
    );
    const heads = await opened.db.selectFrom("obligation").select("sequence").orderBy("sequence").execute();
    const stored = await opened.db.transaction().execute((transaction) => foldRows(transaction, heads));
    const ids = Array.from({ length: 1_400 }, (_, at) => sampleOpening(at + 1).obligation);
    expect(stored.map(({ obligation: { id } }) => id)).toEqual(ids);
    const outbox = await opened.db.selectFrom("outbox").select(["sequence", "message"]).orderBy("position").execute();
    const told = outbox.flatMap(({ message, sequence }) => {
      const { obligation } = message as { readonly obligation?: string };
      return obligation === undefined ? [] : [{ obligation, sequence }];
    });
    expect(told).toEqual(stored.map(({ obligation: { id }, sequence }) => ({ obligation: id, sequence })));
  });
});
