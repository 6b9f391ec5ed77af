import { type Instant, StoreUnavailable } from "@victim-rights/core";
import { ObligationStore } from "@victim-rights/notification";
import * as Context from "effect/Context";
import * as Effect from "effect/Effect";
import { describe, expect, test } from "vitest";
import { Channels } from "../src/channel/channels.ts";
import { ContactBook } from "../src/contact/contact-book.ts";
import { JobEngine } from "../src/job-engine/job-engine.ts";
import { startWorker } from "../src/start-worker.ts";
import { AgencyRuleBook } from "../src/worker/agency-rules.ts";
import type { RecordClock } from "../src/worker/clock-check.ts";
import { WorkerClock } from "../src/worker/clock.ts";
import { NoticeWriter } from "../src/worker/notice-writer.ts";
import { WorkerLog } from "../src/worker/worker-log.ts";
import { Settings } from "../src/worker/worker-settings.ts";
import { POLICY } from "./policy.ts";
import { later, openWorld, START, type World } from "./world.ts";

const HOUR = 3600;
const DAYS = 5 * 24 * HOUR;

const at = (instant: Instant): RecordClock => Effect.succeed(instant);
const silent: RecordClock = Effect.fail(new StoreUnavailable({ during: "clock", commit: "not-made" }));

/** A worker on a world's own parts, whose record has a clock of its own. */
const start = (world: World, recordClock: RecordClock) => {
  const { services } = world;
  const context = Context.make(ObligationStore, services.store).pipe(
    Context.add(JobEngine, services.engine),
    Context.add(Channels, services.channels),
    Context.add(ContactBook, services.book),
    Context.add(AgencyRuleBook, { rulesFor: () => ({ policy: POLICY, onDoubt: "second-notice" as const }) }),
    Context.add(NoticeWriter, services.writer),
    Context.add(WorkerClock, { now: Effect.sync(() => world.clock.now) }),
    Context.add(WorkerLog, { write: (line) => Effect.sync(() => void world.lines.push(line)) }),
    Context.add(Settings, services.settings),
  );
  return startWorker(context, { sweepEverySeconds: HOUR, recordClock });
};

const told = ({ lines }: World) => lines.filter(({ event }) => event === "clock-differs");

describe("a worker whose clock differs from the record's", () => {
  test.each([
    { clock: "days ahead", record: later(START, -DAYS), why: "ahead", seconds: DAYS },
    { clock: "a little more ahead than it may be", record: later(START, -61), why: "ahead", seconds: 61 },
    { clock: "an hour behind", record: later(START, HOUR), why: "behind", seconds: HOUR },
  ])("does not start with a clock that is $clock, and says so", async ({ record, why, seconds }) => {
    const world = await openWorld();
    await expect(start(world, at(record))).rejects.toMatchObject({ _tag: "ClockDiffers" });
    expect(told(world)).toEqual([{ event: "clock-differs", why, count: seconds }]);
    expect(world.lines.map(({ event }) => event)).not.toContain("worker-started");
  });

  test.each([-60, 0, 60])("works when it is off by %i s, which it may be", async (seconds) => {
    const world = await openWorld();
    const worker = await start(world, at(later(START, seconds)));
    await world.jobs.pass(0);
    expect((await world.obligation(1)).attempts).toHaveLength(1);
    await worker.stop();
    expect(told(world)).toEqual([]);
  });

  test("counts the time that the answer was on its way for neither side", async () => {
    const world = await openWorld();
    const slow = Effect.sync(() => {
      const told = later(world.clock.now, HOUR / 2);
      world.clock.now = later(world.clock.now, HOUR);
      return told;
    });
    const worker = await start(world, slow);
    await worker.stop();
    expect(told(world)).toEqual([]);
  });

  test("does nothing in a look once its clock has jumped, and asks to be stopped", async () => {
    const world = await openWorld();
    world.jobs.loseEverything();
    const worker = await start(world, at(START));
    world.clock.now = later(START, DAYS);
    await world.jobs.pass(0);
    await worker.mustStop;
    const { attempts, lastAt } = await world.obligation(1);
    expect({ attempts, lastAt }).toEqual({ attempts: [], lastAt: START });
    expect(world.provider.sends).toEqual([]);
    expect(told(world)[0]).toEqual({ event: "clock-differs", why: "ahead", count: DAYS });
    await worker.stop();
  });

  test("goes on while the record does not tell its time", async () => {
    const world = await openWorld();
    const worker = await start(world, silent);
    await world.jobs.pass(0);
    expect((await world.obligation(1)).attempts).toHaveLength(1);
    await worker.stop();
    expect(told(world)).toEqual([]);
  });
});
