import { type AuditLogReport, LogId, verifyAuditLog } from "@victim-rights/auditing";
import { Instant } from "@victim-rights/core";
import type { ObligationId, OpenedEntry } from "@victim-rights/notification";
import { advanceOf, handOver, sampleBatch, sampleOpening } from "@victim-rights/notification/testing";
import { generatePackKey } from "@victim-rights/rules/pack";
import * as Effect from "effect/Effect";
import * as Result from "effect/Result";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { exportAuditLog } from "../src/audit/export-audit-log.ts";
import { sealAuditLog } from "../src/audit/seal-audit-log.ts";
import { signAuditCheckpoint } from "../src/audit/sign-audit-checkpoint.ts";
import type { OpenedDatabase } from "../src/database/opened-database.ts";
import { obligationStore } from "../src/obligations/obligation-store.ts";
import { numbered } from "../src/restore/check-audit-log.ts";
import { removeTaken } from "../src/taking/remove-taken.ts";
import { takeOutbox } from "../src/taking/take-outbox.ts";
import { takeWakeUps } from "../src/taking/take-wake-ups.ts";
import { testDatabases } from "./support/databases.ts";
import { emptyAll } from "./support/tables.ts";

const run = <Answer, Failure>(effect: Effect.Effect<Answer, Failure>): Promise<Answer> => Effect.runPromise(effect);
const at = (minute: number): Instant => Instant.parse(`2026-03-02T15:${String(minute).padStart(2, "0")}:00.000Z`);
const { publicKey, privateKey } = await generatePackKey();
const checkpoint = { log: LogId.parse("example/agency"), key: privateKey };
const openings = [1, 2, 3, 4, 5].map((each) => sampleOpening(each));

describe.each(testDatabases())("on $engine", ({ open }) => {
  let opened: OpenedDatabase;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());
  const lines = async (): Promise<readonly string[]> => {
    const all: string[] = [];
    for await (const line of exportAuditLog(opened.db)) all.push(line);
    return all;
  };
  const verify = (): Promise<AuditLogReport> =>
    verifyAuditLog(numbered(exportAuditLog(opened.db)), { keys: [publicKey] });
  const whyOf = async () => (await verify()).problems.map(({ why }) => why);
  const record = (key: string, obligations: readonly OpenedEntry[], facts: number) => {
    const [fact] = sampleBatch().audit;
    const audit = Array.from({ length: facts }, () => fact ?? expect.fail("a sample batch has a fact"));
    return run(obligationStore(opened.db).recordEvent(sampleBatch({ obligations, audit }), key));
  };
  /** Past the triggers that let rows only be added, as whoever administers the server can. */
  const tamper = (statement: string) =>
    opened.db.transaction().execute(async (transaction) => {
      await sql`set local session_replication_role = replica`.execute(transaction);
      await sql.raw(statement).execute(transaction);
    });

  /** Five events and one command of seven are sealed, three at a time, with two checkpoints. */
  beforeEach(async () => {
    await emptyAll(opened.db);
    await record("first", openings, 5);
    const [first] = openings;
    await run(obligationStore(opened.db).advance(advanceOf(first ?? expect.fail(), 1, handOver())));
    await run(sealAuditLog(opened.db, { limit: 3, at: at(1) }));
    await run(signAuditCheckpoint(opened.db, { ...checkpoint, at: at(2) }));
    await run(sealAuditLog(opened.db, { limit: 3, at: at(3) }));
    await run(signAuditCheckpoint(opened.db, { ...checkpoint, at: at(4) }));
  });

  describe("an audit log", () => {
    test("is exported as whoever verifies it expects it, with what is not sealed yet at its end", async () => {
      await record("one more", [], 1);
      const kinds = (await lines()).map((line) => Object.keys(JSON.parse(line) as object)[0]);
      const batch = ["event", "event", "event", "batch", "checkpoint"];
      expect(kinds).toEqual([...batch, ...batch, "event"]);
      const report = await verify();
      expect(report).toMatchObject({ log: "example/agency", unsealed: 1, problems: [] });
      expect(report.head).toMatchObject({ batches: 2, sealedAt: at(3), tree: { size: 6 } });
      expect(report.checkpoints).toHaveLength(2);
    });

    test("tells of a command who gave it, and of ids that could be something else their digest", async () => {
      const last = JSON.parse((await lines())[7] ?? "") as unknown;
      const { id, by, at: when } = handOver();
      expect(last).toMatchObject({
        event: {
          what: { action: "hand-to-person", about: [{ kind: "obligation", id: expect.stringMatching(/^[^\s@]+$/u) }] },
          when,
          source: { kind: "request", id },
          outcome: "done",
          who: by,
        },
      });
    });

    test.each([
      [
        "changed",
        `update audit_event set event = replace(event::text, 'contract', 'contracts')::json where position = 2`,
      ],
      ["taken out", "delete from audit_event where position = 5"],
      ["put in", `insert into audit_event overriding system value select 0, event from audit_event where position = 1`],
      [
        "swapped with another",
        "update audit_event as one set event = other.event from audit_event as other where one.position in (1, 6) and other.position = 7 - one.position",
      ],
    ])("shows that an event in the database was %s", async (_, statement) => {
      expect(await whyOf()).toEqual([]);
      await tamper(statement);
      expect(await whyOf()).toContain("batch-of-other-events");
    });

    test.each([
      ["a batch was taken out", "delete from audit_batch where number = 1", "batch-out-of-place"],
      [
        "a checkpoint stands with another batch",
        "update audit_checkpoint set batch_number = 3 - batch_number",
        "checkpoint-differs",
      ],
    ])("shows that %s", async (_, statement, why) => {
      await tamper(statement);
      expect(await whyOf()).toContain(why);
    });

    test("does not fork when many seal at once", async () => {
      await emptyAll(opened.db);
      await record("first", [], 5);
      const asked = Array.from({ length: 6 }, () => run(sealAuditLog(opened.db, { limit: 2, at: at(5) })));
      const numbers = (await Promise.all(asked)).map((batch) => batch?.number ?? 0);
      expect(numbers.toSorted((one, other) => one - other)).toEqual([0, 0, 0, 1, 2, 3]);
      expect(await verify()).toMatchObject({ unsealed: 0, problems: [], head: { batches: 3, tree: { size: 5 } } });
    });

    test("is not sealed by a clock that went back, nor signed before anything is sealed", async () => {
      await record("one more", [], 1);
      const sealed = await run(Effect.result(sealAuditLog(opened.db, { limit: 3, at: at(2) })));
      expect(Result.isFailure(sealed) ? sealed.failure._tag : null).toBe("SealClockWentBack");
      expect((await verify()).unsealed).toBe(1);
      await emptyAll(opened.db);
      expect(await run(signAuditCheckpoint(opened.db, { ...checkpoint, at: at(2) }))).toBe(null);
    });
  });

  describe("what is taken", () => {
    const take = (now: Instant, limit = 3) => run(takeWakeUps(opened.db, { limit, now, forMs: 60_000 }));
    const idsOf = (taken: readonly { readonly obligation: ObligationId }[]) =>
      taken.map(({ obligation }) => obligation);
    const ids = openings.map(({ obligation }) => obligation);

    test("comes in the order of writing, to one taker until its time is over, and never again once removed", async () => {
      const [one, two, three] = [await take(at(10)), await take(at(10)), await take(at(10))];
      expect(idsOf(one)).toEqual(ids.slice(0, 3));
      expect(one[0]).toMatchObject({ revision: 1, wakeAt: expect.stringMatching(/^20\d\d-.*Z$/u) });
      expect(idsOf(two)).toEqual(ids.slice(3));
      expect(three).toEqual([]);
      await run(
        removeTaken(
          opened.db,
          "wake_up",
          one.slice(0, 2).map(({ position }) => position),
        ),
      );
      await run(removeTaken(opened.db, "wake_up", [one[0]?.position ?? 0]));
      expect(await take(at(10), 9)).toEqual([]);
      expect(idsOf(await take(at(11), 9))).toEqual(ids.slice(2));
    });

    test("goes to many takers at once without one row to two of them, and none is left out", async () => {
      const taken = await Promise.all(Array.from({ length: 5 }, () => take(at(10), 1)));
      const first = idsOf(taken.flat());
      expect(new Set(first).size).toBe(first.length);
      const rest = idsOf(await take(at(10), 9));
      expect([...first, ...rest].toSorted()).toEqual(ids.toSorted());
    });

    test("tells of what was recorded by ids alone", async () => {
      const taken = await run(takeOutbox(opened.db, { limit: 3, now: at(10), forMs: 1 }));
      expect(taken.map(({ message }) => message.kind)).toEqual([
        "event-recorded",
        "obligation-opened",
        "obligation-opened",
      ]);
      expect(taken.map(({ sequence }) => sequence)).toEqual(
        taken.map(({ sequence }) => sequence).toSorted((a, b) => a - b),
      );
      await run(
        removeTaken(
          opened.db,
          "outbox",
          taken.map(({ position }) => position),
        ),
      );
      const next = await run(takeOutbox(opened.db, { limit: 100, now: at(11), forMs: 1 }));
      expect(next.map(({ message }) => message.kind)).toContain("obligation-advanced");
    });
  });
});
