import { startServer, type TestServer } from "@victim-rights-examples/storage-postgres/testing/server";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { runKills } from "../kill/run-kills.ts";

const PATIENCE_MS = 240_000;
/** The seeds of each run; `node examples/delivery-worker/bench/kill.ts --seed N` runs one again. */
const SEEDS = [45];
const FAULTS = 5;
const AT_SENDS = 2;

const server = inject("server");

test("workers and their server are killed at random where the run has programs of a server", () => {
  expect(server === null || server.how !== "").toBe(true);
});

describe.each(server === null ? [] : [server])("workers and a server of $how that are killed at random", ({ url }) => {
  let own: TestServer | null = null;
  beforeAll(() => {
    // A server that somebody else runs is not ours to crash.
    own = server?.how === "DATABASE_URL" ? null : startServer();
  });
  afterAll(() => own?.stop());

  test.each(SEEDS)(
    "lose nothing acknowledged, claim nothing twice and repeat nothing confirmed: seed %i",
    { timeout: 2 * PATIENCE_MS },
    async (seed) => {
      const report = await runKills({
        seed,
        faults: FAULTS,
        atSends: AT_SENDS,
        workers: 2,
        program: inject("killedWorker"),
        server: own ?? { url, faults: null },
        patienceMs: PATIENCE_MS,
      });
      expect(report.problems).toEqual([]);
      expect(report.faults).toHaveLength(FAULTS + AT_SENDS);
      expect(report.sends).toBeGreaterThanOrEqual(report.owed);
    },
  );
});
