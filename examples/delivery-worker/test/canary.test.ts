import { inspect } from "node:util";
import * as Effect from "effect/Effect";
import { describe, expect, test } from "vitest";
import { ContactNotUsable } from "../src/contact/contact-book.ts";
import { reconcileUnsettled } from "../src/worker/reconcile-unsettled.ts";
import { sweep } from "../src/worker/sweep.ts";
import { jsonLog } from "../src/worker/worker-log.ts";
import type { Behaviour } from "./fake-provider.ts";
import { contact, obligationId, openWorld, START } from "./world.ts";

const CANARY = /canary\d|\+1555010/u;

describe("contact values", () => {
  test("appear in no job, log line, record or error, whatever a provider does", async () => {
    const world = await openWorld({ persons: 6 });
    const script: Behaviour[] = ["takes", "refuses", "refuses-for-now", "takes-unheard", "hears-nothing"];
    world.provider.script.push(...script, ...script.toReversed());
    const jobs: unknown[] = [];
    for (let round = 0; round < 8; round += 1) {
      await world.run(sweep);
      jobs.push(...world.jobs.waiting());
      await world.pass(1);
      await world.pass(1799);
      await world.run(reconcileUnsettled);
    }
    const records = await Promise.all([1, 2, 3, 4, 5, 6].map((number) => world.obligation(number)));
    const tasks = await Effect.runPromise(world.store.listTasks({ limit: 50, afterSequence: 0 }));
    const everything = inspect({ jobs, lines: world.lines, records, tasks }, { depth: 20, maxArrayLength: null });
    expect(world.provider.sends.map(({ to }) => String(to)).join()).toMatch(CANARY);
    expect(everything).not.toMatch(CANARY);
  });

  test("appear in no error that a registry's value leads to", async () => {
    const world = await openWorld();
    world.book.values.set("contact-1-email", "canary1@canary.example, canary2@canary.example");
    await world.run(sweep);
    await world.pass(1);
    expect(inspect(world.lines, { depth: 20 })).not.toMatch(CANARY);
    const exit = await Effect.runPromiseExit(world.book.book.resolve(contact(1, "email"), "email"));
    expect(inspect(exit, { depth: 20 })).not.toMatch(CANARY);
    expect(inspect(exit, { depth: 20 })).toContain(ContactNotUsable.name);
  });

  test("do not come through a defect whose words hold one", async () => {
    const world = await openWorld({ writer: { write: () => Effect.die(new Error("canary1@canary.example")) } });
    await world.run(sweep);
    for (let minute = 0; minute < 10; minute += 1) await world.pass(60);
    expect(inspect(world.lines, { depth: 20 })).not.toMatch(CANARY);
    expect(world.lines.filter(({ event }) => event === "look-failed")).toHaveLength(6);
  });
});

describe("jsonLog", () => {
  test("writes a line of JSON with the time and the worker", async () => {
    const written: string[] = [];
    const log = jsonLog((text) => void written.push(text), { worker: "worker-1", now: () => START });
    await Effect.runPromise(
      log.write({ event: "look-failed", obligation: obligationId(1), attempt: 2, why: "no-headway" }),
    );
    expect(written).toEqual([
      `{"at":"${START}","worker":"worker-1","event":"look-failed","obligation":"${obligationId(1)}","attempt":2,"why":"no-headway"}\n`,
    ]);
  });

  test.each(["a@b.example", "+15550100", "Two words", "x\ny"])(
    "leaves out a reason that is no code: %j",
    async (why) => {
      const written: string[] = [];
      const log = jsonLog((text) => void written.push(text), { worker: "worker-1", now: () => START });
      await Effect.runPromise(log.write({ event: "trouble", why }));
      expect(JSON.parse(written[0] ?? "")).toMatchObject({ why: "not-a-code" });
    },
  );
});
