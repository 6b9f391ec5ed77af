import type { AttemptKey } from "@victim-rights/notification";
import { sampleOpening } from "@victim-rights/notification/testing";
import * as Effect from "effect/Effect";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { OpenedDatabase } from "../src/database/opened-database.ts";
import { findSend, keepSendKey } from "../src/sends/send-keys.ts";
import { testDatabases } from "./support/databases.ts";
import { emptyAll } from "./support/tables.ts";

const run = <Answer, Failure>(effect: Effect.Effect<Answer, Failure>): Promise<Answer> => Effect.runPromise(effect);
const send: AttemptKey = { obligation: sampleOpening(1).obligation, attempt: 2, channel: "sms" };

describe.each(testDatabases())("the keys of sends on $engine", ({ open }) => {
  let opened: OpenedDatabase;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());
  beforeEach(() => emptyAll(opened.db));

  test("lead to the send that each was kept for, whatever its id is made of", async () => {
    await run(keepSendKey(opened.db, "n1", send));
    await run(keepSendKey(opened.db, "n2", { ...send, attempt: 3 }));
    expect(await run(findSend(opened.db, "n1"))).toEqual(send);
    expect(await run(findSend(opened.db, "n2"))).toEqual({ ...send, attempt: 3 });
    expect(await run(findSend(opened.db, "n3"))).toBe(null);
  });

  test("are kept again without effect, and never changed", async () => {
    await run(keepSendKey(opened.db, "n1", send));
    await run(keepSendKey(opened.db, "n1", send));
    await run(keepSendKey(opened.db, "n1", { ...send, attempt: 9 }));
    expect(await run(findSend(opened.db, "n1"))).toEqual(send);
    await expect(sql`update send_key set attempt = 9`.execute(opened.db)).rejects.toMatchObject({ code: "23001" });
  });
});
