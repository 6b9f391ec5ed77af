import { startServer, type TestServer } from "@victim-rights-examples/storage-postgres/testing/server";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { runKills } from "../kill/run-kills.ts";

const PATIENCE_MS = 240_000;
/** The seeds of each run; `node examples/delivery-worker/bench/kill.ts --seed N` runs one again. */
const SEEDS = [45];
const FAULTS = 5;

const server = inject("server");

test("workers and their server are killed at random where the run has programs of a server", () => {
  expect(server === null || server.how !== "").toBe(true);
});

/** A server that somebody else runs is not ours to crash, and only Linux tells which processes are one's. */
const isOurs = server !== null && server.how !== "DATABASE_URL" && process.platform === "linux";

const crashable = (own: TestServer | null): Parameters<typeof runKills>[0]["server"] => {
  if (own === null || own.faults === null) throw new Error("the run's own server can be crashed");
  return { url: own.url, faults: own.faults };
};

describe.each(isOurs ? [server] : [])("workers and a server of $how that are killed at random", () => {
  let own: TestServer | null = null;
  beforeAll(() => {
    own = startServer();
  });
  afterAll(() => own?.stop());

  test.each(SEEDS)(
    "lose nothing acknowledged, claim nothing twice and repeat nothing confirmed: seed %i",
    { timeout: 2 * PATIENCE_MS },
    async (seed) => {
      const report = await runKills({
        seed,
        faults: FAULTS,
        workers: 2,
        server: crashable(own),
        patienceMs: PATIENCE_MS,
      });
      expect(report.problems).toEqual([]);
      expect(report.faults).toHaveLength(FAULTS);
      expect(report.sends).toBeGreaterThanOrEqual(report.owed);
    },
  );
});
