import { NoticeActorId, type ObligationStoreShape, ObligationStore, RecordRef } from "@victim-rights/notification";
import { Revision, StoreUnavailable } from "@victim-rights/core";
import * as Effect from "effect/Effect";
import * as Result from "effect/Result";
import { describe, expect, test } from "vitest";
import { IdempotencyKey } from "../src/channel/idempotency-key.ts";
import { keyedStore } from "../src/receipt/keyed-store.ts";
import { takeReport } from "../src/receipt/take-report.ts";
import { outcomesOf, report, reportWorld } from "./report-world.ts";
import { confirmation, later, obligationId, START } from "./world.ts";

const BY = NoticeActorId.parse("mail");
const [one, two] = ["report-1", "report-2"].map((name) => RecordRef.parse(name));
const FAILED = { said: { kind: "failed", why: "full" } } as const;

describe("takeReport", () => {
  test("records that a send arrived, as the channel's word, and closes nothing", async () => {
    const world = await reportWorld();
    const [key = IdempotencyKey.parse("")] = world.keys;
    expect(await world.run(takeReport(report(key), BY))).toBe("recorded");
    const { state, closedBy, commands } = await world.obligation();
    expect({ state, closedBy }).toEqual({ state: "delivered", closedBy: null });
    expect(commands.at(-1)).toMatchObject({
      act: "record-delivery",
      at: world.clock.now,
      by: { role: "channel", id: "mail" },
      evidence: { kind: "delivery-receipt", attempt: 1, at: later(START, 300), record: "report-1" },
    });
  });

  test("records that a send did not arrive, with why", async () => {
    const world = await reportWorld();
    const [key = IdempotencyKey.parse("")] = world.keys;
    expect(await world.run(takeReport(report(key, FAILED), BY))).toBe("recorded");
    const { state, commands } = await world.obligation();
    expect(state).toBe("undeliverable");
    expect(commands.at(-1)).toMatchObject({ act: "report-undeliverable", evidence: { attempt: 1, why: "full" } });
  });

  test("takes a report once, however often it comes", async () => {
    const world = await reportWorld();
    const [key = IdempotencyKey.parse("")] = world.keys;
    const took = [];
    for (let time = 0; time < 3; time += 1) {
      took.push(await world.run(takeReport(report(key), BY)));
      world.clock.now = later(world.clock.now, 60);
    }
    expect(took).toEqual(["recorded", "known", "known"]);
    expect((await world.obligation()).evidence).toHaveLength(1);
  });

  test.each([
    { first: "failed", last: "delivered", state: "delivered" },
    { first: "delivered", last: "failed", state: "undeliverable" },
  ] as const)("lets what happened last stand, in either order: $first, then $last", async ({ first, last, state }) => {
    const said = { delivered: { kind: "delivered" }, failed: FAILED.said } as const;
    for (const order of ["as it happened", "turned round"] as const) {
      const world = await reportWorld();
      const [key = IdempotencyKey.parse("")] = world.keys;
      const reports = [
        report(key, { at: later(START, 300), said: said[first], record: one ?? RecordRef.parse("") }),
        report(key, { at: later(START, 400), said: said[last], record: two ?? RecordRef.parse("") }),
      ];
      for (const each of order === "turned round" ? reports.toReversed() : reports)
        await world.run(takeReport(each, BY));
      expect({ order, state: (await world.obligation()).state }).toEqual({ order, state });
    }
  });

  test("keeps a late word about an earlier attempt with that attempt", async () => {
    const world = await reportWorld(2);
    const [first = IdempotencyKey.parse("")] = world.keys;
    expect(await world.run(takeReport(report(first, FAILED), BY))).toBe("recorded");
    expect(outcomesOf(await world.obligation())).toEqual(["undeliverable", "sent"]);
  });

  test("leaves what says nothing that lasts, and what was never sent, and says which to the log without a value", async () => {
    const world = await reportWorld();
    const [key = IdempotencyKey.parse("")] = world.keys;
    const before = await world.obligation();
    const stranger = IdempotencyKey.parse(`n${"0".repeat(64)}`);
    expect(await world.run(takeReport(report(key, { said: { kind: "passing" } }), BY))).toBe("passing");
    expect(await world.run(takeReport(report(stranger), BY))).toBe("unmatched");
    expect(await world.obligation()).toEqual(before);
    expect(world.lines).toEqual([
      { event: "report-read", why: "passing" },
      { event: "report-read", why: "unmatched" },
    ]);
  });

  test("changes nothing in an obligation that has ended", async () => {
    const world = await reportWorld();
    const [key = IdempotencyKey.parse("")] = world.keys;
    const { revision } = await Effect.runPromise(world.store.find(obligationId(1)));
    const command = confirmation(world.clock.now, "1");
    const advance = { obligation: obligationId(1), expected: Revision.parse(revision), command };
    await Effect.runPromise(world.store.advance(advance));
    expect(await world.run(takeReport(report(key, FAILED), BY))).toBe("ended");
    expect((await world.obligation()).state).toBe("confirmed");
  });

  test("dates nothing after now, whatever a provider's clock says", async () => {
    const world = await reportWorld();
    const [key = IdempotencyKey.parse("")] = world.keys;
    await world.run(takeReport(report(key, { at: later(world.clock.now, 86_400) }), BY));
    expect((await world.obligation()).evidence).toMatchObject([{ at: world.clock.now }]);
  });

  test("decides anew when somebody moves the obligation meanwhile, and asks for the report again in the end", async () => {
    const world = await reportWorld();
    const [key = IdempotencyKey.parse("")] = world.keys;
    let finds = 0;
    const overtaken = (times: number): ObligationStoreShape => ({
      ...world.store,
      find: (id) =>
        Effect.map(world.store.find(id), (stored) =>
          (finds += 1) <= times ? { ...stored, revision: Revision.parse(stored.revision - 1) } : stored,
        ),
    });
    const taking = (times: number) =>
      world.run(Effect.result(Effect.provideService(takeReport(report(key), BY), ObligationStore, overtaken(times))));
    const never = await taking(99);
    expect(Result.isFailure(never) ? never.failure : null).toBeInstanceOf(StoreUnavailable);
    finds = 0;
    expect(await taking(2)).toEqual(Result.succeed("recorded"));
  });
});

describe("keyedStore", () => {
  test("keeps a send's key before it is claimed, and claims nothing whose key could not be kept", async () => {
    const { store, keys } = await reportWorld();
    const kept: unknown[] = [];
    const send = { obligation: obligationId(1), attempt: 1, channel: "email" } as const;
    const failing = keyedStore(store, () => Effect.fail(new StoreUnavailable({ during: "keep", commit: "unknown" })));
    expect(await Effect.runPromise(Effect.result(failing.claimAttempt(send, START)))).toMatchObject({
      failure: { _tag: "StoreUnavailable" },
    });
    const keeping = keyedStore(store, (...given) => Effect.sync(() => void kept.push(given)));
    expect(await Effect.runPromise(keeping.claimAttempt(send, START))).toMatchObject({ kind: "claimed" });
    expect(kept).toEqual([[keys[0], send]]);
  });
});
