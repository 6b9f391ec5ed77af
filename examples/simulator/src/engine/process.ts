import { type Instant, instantAt } from "@victim-rights/core";
import { Clock } from "effect/Clock";
import * as Context from "effect/Context";
import * as Duration from "effect/Duration";
import * as Effect from "effect/Effect";
import type * as Exit from "effect/Exit";
import type { Faults } from "../faults.ts";
import type { Random } from "../seed/random.ts";
import { MINUTE } from "./span.ts";
import type { StepScheduler } from "./step-scheduler.ts";
import type { Timeline } from "./timeline.ts";
import type { Trace } from "./trace.ts";

/** What processes run on. */
export type Machine = {
  readonly timeline: Timeline;
  readonly faults: Faults;
  readonly trace: Trace;
  readonly fibers: StepScheduler;
  readonly latency: Random;
};

/** Something that is asked of somebody far away: it happens between the call and its answer, or does not. */
type Call<A, E> = {
  readonly what: string;
  readonly act: () => Exit.Exit<A, E>;
  /** Whether it may still arrive after its caller has crashed. */
  readonly outlives?: boolean;
  /** How much longer than usual the answer takes, in milliseconds. */
  readonly slow?: number;
};

/** One process: it forgets everything when it crashes, and begins anew later. */
export type Process = {
  readonly name: string;
  readonly isUp: () => boolean;
  /** The time that its own clock shows. */
  readonly now: () => Instant;
  readonly skew: () => number;
  readonly setSkew: (milliseconds: number) => void;
  readonly call: <A, E>(call: Call<A, E>) => Effect.Effect<A, E>;
  /** Runs something; whoever asked hears its end, unless the process crashed before. */
  readonly run: <A, E>(program: Effect.Effect<A, E>, ended?: (exit: Exit.Exit<A, E>) => void) => void;
  /** Begins something again and again, for as long as the process lives. */
  readonly every: (milliseconds: number, begin: () => void) => void;
  /** Does something later, unless the process crashed before. */
  readonly later: (milliseconds: number, act: () => void) => void;
  readonly crash: () => void;
};

/** Starts a process; `boot` is what it does whenever it begins. */
export const startProcess = (name: string, machine: Machine, boot: (self: Process) => void): Process => {
  const { timeline, faults, trace, latency } = machine;
  const life: Life = { number: 1, isUp: true };
  let skew = 0;
  const begin = (): void => {
    life.isUp = true;
    boot(self);
  };
  const later = (milliseconds: number, act: () => void): void => {
    const isAlive = aliveSince(life);
    timeline.after(milliseconds, () => {
      if (isAlive()) act();
    });
  };
  const self: Process = {
    name,
    isUp: () => life.isUp,
    now: () => instantAt(timeline.now() + skew),
    skew: () => skew,
    setSkew: (milliseconds) => void (skew = milliseconds),
    later,
    every: (milliseconds, act) => later(latency.between(0, milliseconds), repeated(milliseconds, act, later)),
    crash: () => {
      if (!life.isUp) return;
      life.isUp = false;
      life.number += 1;
      trace.write(name, "crashes");
      timeline.after(faults.random("crash").between(1, 20) * MINUTE, begin);
    },
    run: (program, ended) => fork({ program, self, machine }, aliveSince(life), ended),
    call: (call) => answered({ call, machine, self }, life),
  };
  timeline.after(0, begin);
  return self;
};

const repeated = (milliseconds: number, act: () => void, later: Process["later"]): (() => void) => {
  const again = (): void => {
    act();
    later(milliseconds, again);
  };
  return again;
};

type Life = { number: number; isUp: boolean };

/** Whether a process still lives the life that it lived when this was asked first. */
const aliveSince = (life: Life): (() => boolean) => {
  const born = life.number;
  return () => born === life.number && life.isUp;
};

type Forked<A, E> = { readonly program: Effect.Effect<A, E>; readonly self: Process; readonly machine: Machine };

const fork = <A, E>(
  { program, self, machine: { timeline, fibers } }: Forked<A, E>,
  isAlive: () => boolean,
  ended: ((exit: Exit.Exit<A, E>) => void) | undefined,
): void => {
  const context = Context.make(Clock, clockOf(self, timeline));
  const fiber = Effect.runForkWith(context)(program, { scheduler: fibers.scheduler });
  fiber.addObserver((exit) => {
    if (isAlive()) ended?.(exit);
  });
  fibers.settle();
};

/** A fiber whose process has crashed is never resumed: it ends in the middle, as a killed process does. */
const answered = <A, E>(travel: Omit<Travel<A, E>, "isAlive">, life: Life): Effect.Effect<A, E> =>
  Effect.callback((resume) => {
    send({ ...travel, isAlive: aliveSince(life) }, (exit) => {
      resume(exit);
      travel.machine.fibers.settle();
    });
  });

type Travel<A, E> = {
  readonly call: Call<A, E>;
  readonly machine: Machine;
  readonly self: Process;
  readonly isAlive: () => boolean;
};

/** Each of the three moments of a call can be its process's last: before it leaves, before it arrives, before it is answered. */
const send = <A, E>({ call, machine, self, isAlive }: Travel<A, E>, answer: (exit: Exit.Exit<A, E>) => void): void => {
  const { timeline, faults, latency } = machine;
  const crashes = (): boolean => {
    if (!isAlive() || !faults.hits("crash")) return !isAlive();
    self.crash();
    return true;
  };
  const time = (): number => latency.between(1, 400) + (faults.hits("delay") ? latency.between(1000, 15_000) : 0);
  if (crashes()) return;
  timeline.after(time(), () => {
    if (!isAlive()) return outlive(call, self, machine);
    const exit = call.act();
    if (crashes()) return;
    timeline.after(time() + (call.slow ?? 0), () => {
      if (!crashes()) answer(exit);
    });
  });
};

const outlive = <A, E>({ outlives, what, act }: Call<A, E>, { name }: Process, { faults, trace }: Machine): void => {
  if (outlives !== true || !faults.hits("late-write")) return;
  trace.write(name, `asked before it crashed, and done now: ${what}`);
  act();
};

const clockOf = (self: Process, timeline: Timeline): Clock => {
  const millis = (): number => timeline.now() + self.skew();
  const nanos = (): bigint => BigInt(millis()) * 1_000_000n;
  return {
    currentTimeMillisUnsafe: millis,
    currentTimeMillis: Effect.sync(millis),
    currentTimeNanosUnsafe: nanos,
    currentTimeNanos: Effect.sync(nanos),
    monotonicTimeNanosUnsafe: nanos,
    monotonicTimeNanos: Effect.sync(nanos),
    sleep: (duration) =>
      Effect.callback<void>((resume) => self.later(Duration.toMillis(duration), () => resume(Effect.void))),
  };
};
