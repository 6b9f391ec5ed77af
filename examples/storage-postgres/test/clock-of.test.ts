import { epochMilliseconds } from "@victim-rights/core";
import * as Effect from "effect/Effect";
import * as Result from "effect/Result";
import { beforeAll, describe, expect, test } from "vitest";
import { clockOf } from "../src/database/clock-of.ts";
import type { OpenedDatabase } from "../src/database/opened-database.ts";
import { testDatabases } from "./support/databases.ts";

describe.each(testDatabases())("the clock of $engine", ({ open }) => {
  let opened: OpenedDatabase;
  beforeAll(async () => {
    opened = await open();
  });

  test("is this machine's, on which it runs", async () => {
    const before = Date.now();
    const told = epochMilliseconds(await Effect.runPromise(clockOf(opened.db)));
    expect(told).toBeGreaterThanOrEqual(before);
    expect(told).toBeLessThanOrEqual(Date.now());
  });

  test("is not told by a database that does not answer", async () => {
    await opened.close();
    const told = await Effect.runPromise(Effect.result(clockOf(opened.db)));
    expect(Result.isFailure(told) ? told.failure._tag : null).toBe("StoreUnavailable");
  });
});
