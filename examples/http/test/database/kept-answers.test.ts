import { randomUUID } from "node:crypto";
import { Instant, StoreUnavailable } from "@victim-rights/core";
import type { Database } from "@victim-rights-examples/storage-postgres";
import { contentOf, emptyAll, failingAt, sampleRings } from "@victim-rights-examples/storage-postgres/testing";
import * as Effect from "effect/Effect";
import * as Result from "effect/Result";
import type { Kysely } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { databaseAnswers } from "../../src/node/stores/database-answers.ts";
import { ANSWER, begun, standing } from "../stores/answers-contract.cases.ts";
import { HELD_AT } from "../stores/sample-registration.ts";
import { DATABASES, type OpenedTwice, sealingIn } from "./opened-twice.ts";

const run = <A, E>(effect: Effect.Effect<A, E>): Promise<A> => Effect.runPromise(effect);

describe.each(DATABASES)("first answers on $engine", ({ openTwice }) => {
  const rings = sampleRings();
  let opened: OpenedTwice;
  let now: Instant = HELD_AT;
  beforeAll(async () => {
    opened = await openTwice();
  });
  afterAll(async () => {
    await opened.close();
    rings.remove();
  });
  beforeEach(async () => {
    now = HELD_AT;
    await emptyAll(opened.one.db);
  });
  const storeIn = (db: Kysely<Database> = opened.one.db) =>
    databaseAnswers({ ...sealingIn(db, rings.ring).parts, clock: () => now, nextHolder: randomUUID });

  test("free the key of a process that is gone after a minute, for the same request alone", async () => {
    await begun(storeIn());
    const other = storeIn(opened.other.db);
    now = Instant.parse("2026-11-09T13:00:59.999Z");
    expect(await standing(other)).toBe("running");
    now = Instant.parse("2026-11-09T13:01:00Z");
    expect(await standing(other, "key-1", "digest-2")).toBe("other-request");
    const asked = [storeIn(), other, storeIn(), other].map((each) => standing(each));
    expect((await Promise.all(asked)).map(String).toSorted()).toEqual(["new", "running", "running", "running"]);
  });

  test("are not touched by whoever was taken for gone and comes back late", async () => {
    const slow = await begun(storeIn());
    now = Instant.parse("2026-11-09T13:02:00Z");
    const next = await begun(storeIn(opened.other.db));
    await run(slow.forget);
    await run(slow.keep({ ...ANSWER, body: "late" }));
    expect(await standing(storeIn())).toBe("running");
    await run(next.keep(ANSWER));
    await run(slow.keep({ ...ANSWER, body: "late" }));
    await run(slow.forget);
    expect(await standing(storeIn())).toEqual({ kind: "answered", answer: ANSWER });
  });

  test("are kept for a day, then the key is new; what is over is removed with the next request", async () => {
    await run((await begun(storeIn())).keep(ANSWER));
    await run((await begun(storeIn(), "key-2")).keep(ANSWER));
    now = Instant.parse("2026-11-10T12:59:59.999Z");
    expect(await standing(storeIn())).toEqual({ kind: "answered", answer: ANSWER });
    now = Instant.parse("2026-11-10T13:00:00Z");
    expect(await standing(storeIn(), "key-1", "digest-2")).toBe("new");
    expect(await opened.one.db.selectFrom("first_answer").select("answer").execute()).toEqual([{ answer: null }]);
  });

  test("say nothing in the clear of what was answered, of the caller, or of the request", async () => {
    await run((await begun(storeIn(), "give-command victim canary-victim key-1")).keep(ANSWER));
    const all = JSON.stringify(await contentOf(opened.one.db));
    for (const text of ["canary", "give-command", "etag"]) {
      expect(all).not.toContain(text);
      expect(all).not.toContain(Buffer.from(text).toString("hex"));
    }
  });

  test("of a day whose key was destroyed are not given again, and what they answered is not done again", async () => {
    await run((await begun(storeIn())).keep(ANSWER));
    await run(sealingIn(opened.one.db, rings.ring).vault.shred("first-answers:2026-11-09"));
    expect(await standing(storeIn())).toBe("other-request");
  });

  test("that are cut off at any statement are begun or not, and a request is begun once", async () => {
    let cuts = 0;
    for (let finished = false; !finished;) {
      const failing = failingAt(cuts + 1, () => Promise.reject(new Error("cut off")));
      const outcome = await run(Effect.result(storeIn(opened.one.db.withPlugin(failing.plugin)).begin("key-1", "d")));
      finished = !failing.hasFailed();
      if (finished) break;
      cuts += 1;
      expect(Result.isFailure(outcome) ? outcome.failure : null).toBeInstanceOf(StoreUnavailable);
      expect(await opened.one.db.selectFrom("first_answer").select("holder").execute()).toEqual([]);
    }
    expect(cuts).toBeGreaterThan(1);
    expect(await standing(storeIn(), "key-1", "d")).toBe("running");
  });
});
