import { epochMilliseconds, type Instant, instantAt } from "@victim-rights/core";
import { ObligationId } from "@victim-rights/notification";
import * as Effect from "effect/Effect";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type JobEngineShape, LookFailed } from "../src/job-engine/job-engine.ts";
import type { Wake } from "../src/job-engine/wake.ts";

/** An engine with a clock that the suite moves: 5 retries, the first after 5 seconds, and an expiry of 60 seconds. */
export type EngineUnderTest = {
  readonly engine: JobEngineShape;
  readonly now: () => Instant;
  /** Moves the clock and waits until whatever came due was given and has ended, if it does end. */
  readonly pass: (seconds: number) => Promise<void>;
  readonly close: () => Promise<void>;
};

const later = (at: Instant, seconds: number): Instant => instantAt(epochMilliseconds(at) + seconds * 1000);
const wake = (attempt: number, name = "n-1"): Wake => ({ obligation: ObligationId.parse(name), attempt });

/** Holds an engine to what `JobEngineShape` promises. */
export const jobEngineContract = (name: string, open: () => Promise<EngineUnderTest>): void => {
  describe(`${name} as a job engine`, () => {
    let under: EngineUnderTest;
    let looked: Wake[];
    let dead: Wake[];
    let answer: (wake: Wake) => Effect.Effect<void, LookFailed>;
    const ask = (attempt: number, seconds: number): Promise<void> =>
      Effect.runPromise(under.engine.wake({ ...wake(attempt), at: later(under.now(), seconds) }));

    beforeEach(async () => {
      under = await open();
      looked = [];
      dead = [];
      answer = () => Effect.void;
      await Effect.runPromise(
        under.engine.work({
          look: (each) => {
            looked.push(each);
            return answer(each);
          },
          dead: (each) => Effect.sync(() => void dead.push(each)),
        }),
      );
    });
    afterEach(() => under.close());

    test("gives a wake when its moment has come, and not before", async () => {
      await ask(1, 60);
      await under.pass(40);
      expect(looked).toEqual([]);
      await under.pass(30);
      expect(looked).toEqual([wake(1)]);
      await under.pass(60);
      expect(looked).toHaveLength(1);
    });

    test("keeps one of several wakes for an attempt, at the earliest moment", async () => {
      await ask(1, 120);
      await ask(1, 20);
      await ask(1, 80);
      await under.pass(40);
      expect(looked).toEqual([wake(1)]);
      await under.pass(120);
      expect(looked).toHaveLength(1);
    });

    test("keeps the attempts of one obligation apart", async () => {
      await ask(1, 10);
      await ask(2, 10);
      await under.pass(30);
      expect(looked.map(({ attempt }) => attempt).toSorted((a, b) => a - b)).toEqual([1, 2]);
    });

    test("takes a wake for the attempt that is just being looked at", async () => {
      answer = () => {
        answer = () => Effect.void;
        return Effect.orDie(under.engine.wake({ ...wake(1), at: later(under.now(), 60) }));
      };
      await ask(1, 0);
      await under.pass(20);
      expect(looked).toHaveLength(1);
      await under.pass(80);
      expect(looked).toHaveLength(2);
    });

    test("gives a wake again whose look failed", async () => {
      answer = (each) => {
        answer = () => Effect.void;
        return Effect.fail(new LookFailed({ wake: each, why: "once" }));
      };
      await ask(1, 0);
      await under.pass(10);
      await under.pass(60);
      expect(looked).toEqual([wake(1), wake(1)]);
      expect(dead).toEqual([]);
    });

    test("gives a wake again whose look broke", async () => {
      answer = () => {
        answer = () => Effect.void;
        return Effect.die("broken");
      };
      await ask(1, 0);
      await under.pass(10);
      await under.pass(60);
      expect(looked).toHaveLength(2);
    });

    test("reports a wake dead when its look fails every time", async () => {
      answer = (each) => Effect.fail(new LookFailed({ wake: each, why: "always" }));
      await ask(1, 0);
      for (let minute = 0; minute < 20 && dead.length === 0; minute += 1) await under.pass(60);
      expect(dead).toEqual([wake(1)]);
      expect(looked).toHaveLength(6);
    });

    test("gives a wake again whose look does not end in time", async () => {
      answer = () => {
        answer = () => Effect.void;
        return Effect.never;
      };
      await ask(1, 0);
      await under.pass(10);
      expect(looked).toHaveLength(1);
      await under.pass(60);
      await under.pass(60);
      expect(looked).toHaveLength(2);
    });

    test("takes no further wake once it is stopped", async () => {
      await ask(1, 100);
      await Effect.runPromise(under.engine.stop);
      expect(looked).toEqual([]);
    });
  });
};
