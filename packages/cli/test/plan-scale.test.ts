import { appendFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as Result from "effect/Result";
import { describe, expect, test } from "vitest";
import { runPlan } from "../src/plan/run-plan.ts";
import { escape, filesIn, plan, registration, REGISTRY_HEADER, STATUS_HEADER } from "./plan-run.ts";
import { temporaryFolder } from "./temporary.ts";

const writeFeed = (people: number, registrations: number) => {
  const folder = temporaryFolder();
  const events = join(folder, "status.csv");
  const registry = join(folder, "registry.csv");
  writeFileSync(
    events,
    `${[STATUS_HEADER, ...Array.from({ length: people }, (_, at) => escape(String(at)))].join("\n")}\n`,
  );
  writeFileSync(registry, `${REGISTRY_HEADER}\n`);
  for (let start = 0; start < registrations; start += 10_000) {
    const rows = Array.from({ length: Math.min(10_000, registrations - start) }, (_, at) =>
      registration(String(start + at), String((start + at) % 10_000)),
    );
    appendFileSync(registry, `${rows.join("\n")}\n`);
  }
  return { events, registry, out: join(folder, "out") };
};

describe("a large registry", () => {
  test("of 100,000 rows is planned, and every row is accounted for", { timeout: 240_000 }, async () => {
    const { events, registry, out } = writeFeed(200, 100_000);
    const written = await plan({ events: [events], registrations: [registry], out, more: ["--json"] });
    const { totals } = JSON.parse(written.out) as { totals: Record<string, number> };
    expect(totals).toMatchObject({
      registrations: 100_000,
      registrationsWithoutEvent: 98_000,
      pairs: 2000,
      owed: 2000,
      rejectedRows: 0,
    });
    expect(written.lines("notices.jsonl")).toHaveLength(2000);
    expect(written.report()).toContain("The first 1,000 of 2,000; notices.jsonl has them all.");
  });

  test(
    "is planned alike in little memory, by way of temporary files that are gone afterwards",
    { timeout: 120_000 },
    async () => {
      const { events, registry, out } = writeFeed(50, 5000);
      const call = {
        events: [events],
        registrations: [registry],
        map: join(import.meta.dirname, "feed/mapping.json"),
        rules: join(import.meta.dirname, "state"),
        now: "2026-11-23T13:00:00Z",
      };
      const tight = await runPlan({
        ...call,
        out: join(out, "tight"),
        limits: { memory: 2000, buckets: 16, reportRows: 5000 },
      });
      const roomy = await runPlan({
        ...call,
        out: join(out, "roomy"),
        limits: { memory: 1e9, buckets: 16, reportRows: 5000 },
      });
      expect(Result.isSuccess(tight)).toBe(true);
      expect(tight).toEqual(roomy);
      expect(filesIn(join(out, "tight"))).toEqual(filesIn(join(out, "roomy")));
    },
  );
});

describe("Ctrl-C", () => {
  test("leaves nothing half-written, and what was there before as it was", { timeout: 60_000 }, async () => {
    const { events, registry } = writeFeed(50, 20_000);
    const out = temporaryFolder();
    writeFileSync(join(out, "notices.jsonl"), "yesterday\n");
    const interrupt = new AbortController();
    setTimeout(() => interrupt.abort(), 150);
    const { exit, err } = await plan({
      events: [events],
      registrations: [registry],
      out,
      surroundings: { signal: interrupt.signal },
    });
    expect(exit).toBe(130);
    expect(err).toBe("stopped: nothing was written\n");
    expect(filesIn(out)).toEqual(["notices.jsonl"]);
  });
});
