import { epochMilliseconds, Instant } from "@victim-rights/core";
import { idempotencyKeyOf } from "@victim-rights-examples/delivery-worker/channel/idempotency-key";
import { type FaultKind, faultsOf, FAULT_KINDS } from "./faults.ts";
import { newAgency } from "./agency/agency.ts";
import { CHECKERS } from "./check/checkers.ts";
import type { Happening } from "./check/happening.ts";
import { observedStore } from "./delivery/observed-store.ts";
import { wakeEngine } from "./delivery/wake-engine.ts";
import { startWorker } from "./delivery/worker.ts";
import type { Machine } from "./engine/process.ts";
import { DAY } from "./engine/span.ts";
import { stepScheduler } from "./engine/step-scheduler.ts";
import { timelineFrom } from "./engine/timeline.ts";
import { traceOf } from "./engine/trace.ts";
import { startFeed } from "./intake/feed.ts";
import { startKeeper } from "./intake/keeper.ts";
import { startRecorder } from "./intake/recorder.ts";
import { startDesk } from "./people/desk.ts";
import { openPapers } from "./people/papers.ts";
import { answerMessage } from "./people/registrant.ts";
import { NO_PLANTS, type Plants } from "./planted/plants.ts";
import { randomOf } from "./seed/random.ts";
import type { Simulation } from "./simulation.ts";
import { populationOf } from "./world/people.ts";
import { sourceRecords } from "./world/source.ts";

/** What a simulation is made from: with the same input it takes the same course, to the last step. */
export type SimulationInput = {
  readonly seed: number;
  /** How long things go wrong; after that everything is let run on without faults for `CALM_DAYS`. */
  readonly days: number;
  readonly kinds?: ReadonlySet<FaultKind>;
  readonly plants?: Plants;
  readonly show?: (line: string) => void;
};

/** A promise that was broken. */
type Violation = { readonly checker: string; readonly at: Instant; readonly detail: string };

/** How a simulation went. */
export type SimulationReport = {
  readonly seed: number;
  readonly days: number;
  /** The first broken promise; nothing is looked at after it. */
  readonly violation: Violation | null;
  readonly simulatedMilliseconds: number;
  readonly steps: number;
  readonly digest: string;
  readonly tail: readonly string[];
  readonly faults: ReadonlyMap<FaultKind, number>;
  /** How often each checker had something to check. */
  readonly checked: ReadonlyMap<string, number>;
};

/** How long a simulation runs on when everything has stopped going wrong. */
const CALM_DAYS = 6;

/** Simulates from a seed, whole. */
export const simulate = (input: SimulationInput): SimulationReport => {
  const course = simulateByDays(input);
  for (;;) {
    const day = course.next();
    if (day.done === true) return day.value;
  }
};

/** Simulates from a seed and pauses after each simulated day, with the milliseconds simulated so far. */
export function* simulateByDays(input: SimulationInput): Generator<number, SimulationReport> {
  const ears: ((happening: Happening) => void)[] = [];
  const simulation = setUp(input, (happening) => {
    for (const hear of ears) hear(happening);
  });
  const { timeline, trace, faults } = simulation;
  const start = timeline.now();
  const watch = watchOver(simulation);
  ears.push(watch.hear);
  startAll(simulation);
  for (let day = 1; day <= input.days + CALM_DAYS && watch.violation() === null; day += 1) {
    while (timeline.step(start + day * DAY) && watch.violation() === null);
    if (day === input.days) {
      faults.stop();
      trace.write("world", "nothing goes wrong any more");
    }
    yield timeline.now() - start;
  }
  if (watch.violation() === null) watch.atEnd();
  return {
    seed: input.seed,
    days: input.days,
    violation: watch.violation(),
    simulatedMilliseconds: timeline.now() - start,
    steps: trace.steps(),
    digest: trace.digest(),
    tail: trace.tail(),
    faults: faults.counts,
    checked: watch.checked(),
  };
}

type Watch = {
  readonly hear: (happening: Happening) => void;
  readonly atEnd: () => void;
  readonly violation: () => Violation | null;
  readonly checked: () => ReadonlyMap<string, number>;
};

/** Opens all checkers; the first promise that one of them finds broken is kept. */
const watchOver = (simulation: Simulation): Watch => {
  const { timeline, trace } = simulation;
  let first: Violation | null = null;
  const watching = CHECKERS.map((checker) => {
    const broken = (detail: string): void => {
      if (first !== null) return;
      first = { checker: checker.name, at: timeline.instant(), detail };
      trace.write("CHECKER", `${checker.name}: ${detail}`);
    };
    return { name: checker.name, ...checker.open(simulation, broken) };
  });
  return {
    hear: (happening) => {
      for (const { hear } of watching) hear?.(happening);
    },
    atEnd: () => {
      for (const { atEnd } of watching) atEnd?.();
    },
    violation: () => first,
    checked: () => new Map(watching.map(({ name, checked }) => [name, checked()])),
  };
};

const FIRST_DAY = epochMilliseconds(Instant.parse("2026-01-01T00:00:00Z"));

const setUp = (input: SimulationInput, tell: (happening: Happening) => void): Simulation => {
  const { seed, days, kinds = new Set(FAULT_KINDS), plants = NO_PLANTS, show = null } = input;
  const random = (name: string) => randomOf(seed, name);
  const faults = faultsOf(seed, kinds);
  const start = FIRST_DAY + random("start").between(0, 700 * DAY);
  const timeline = timelineFrom(start);
  const trace = traceOf(timeline.instant, (line) => {
    tell({ kind: "said", where: "trace", text: line });
    show?.(line);
  });
  const machine: Machine = { timeline, faults, trace, fibers: stepScheduler(), latency: random("latency") };
  const population = populationOf(random("population"));
  const source = sourceRecords({ random: random("source"), faults, supervised: population.supervised, start, days });
  const post: Simulation["post"] = { sends: new Map(), claims: new Map() };
  const store = observedStore((happening) => {
    if (happening.kind === "claimed") post.claims.set(idempotencyKeyOf(happening.claim), happening.claim);
    tell(happening);
  });
  const papers = openPapers();
  const agency = newAgency();
  return { ...machine, seed, random, population, source, agency, store, papers, post, plants, tell, arrivals: [] };
};

const WORKERS = ["worker-1", "worker-2", "worker-3"];

const startAll = (simulation: Simulation): void => {
  const desk = startDesk(simulation);
  simulation.arrivals.push((send) => answerMessage(send, simulation, desk));
  const engine = wakeEngine(simulation);
  const onDoubt = simulation.random("in doubt").hits(500) ? "second-notice" : "person";
  for (const name of WORKERS) startWorker(name, simulation, { engine, onDoubt });
  const recorders = [1, 2].map((number) => startRecorder(number, simulation));
  const keeper = startKeeper(simulation, () => recorders.forEach(({ drain }) => drain()));
  startFeed(simulation, keeper.drain);
};
