import { NoticeActorId, ObligationStore, type Obligation } from "@victim-rights/notification";
import { Channels } from "@victim-rights-examples/delivery-worker/channel/channels";
import { ContactBook } from "@victim-rights-examples/delivery-worker/contact/contact-book";
import { JobEngine } from "@victim-rights-examples/delivery-worker/job-engine/job-engine";
import { AgencyRuleBook, type OnDoubt } from "@victim-rights-examples/delivery-worker/worker/agency-rules";
import { WorkerClock } from "@victim-rights-examples/delivery-worker/worker/clock";
import { NoticeWriter, noticeWriter } from "@victim-rights-examples/delivery-worker/worker/notice-writer";
import { reconcileUnsettled } from "@victim-rights-examples/delivery-worker/worker/reconcile-unsettled";
import { sweep } from "@victim-rights-examples/delivery-worker/worker/sweep";
import { wakeHandlers, type WorkerServices } from "@victim-rights-examples/delivery-worker/worker/wake-handlers";
import { WorkerLog } from "@victim-rights-examples/delivery-worker/worker/worker-log";
import { Settings, WorkerSettings } from "@victim-rights-examples/delivery-worker/worker/worker-settings";
import * as Context from "effect/Context";
import * as Effect from "effect/Effect";
import * as Exit from "effect/Exit";
import { agencyRules } from "../agency/rules.ts";
import { type Process, startProcess } from "../engine/process.ts";
import { DAY, MINUTE } from "../engine/span.ts";
import type { Simulation } from "../simulation.ts";
import { contactRegistry } from "./contact-registry.ts";
import { providers } from "./provider.ts";
import { failureOf, remoteStore } from "./remote-store.ts";
import type { WakeEngine } from "./wake-engine.ts";

/** How often a worker sweeps and asks about doubtful sends. */
const SWEEP = 20 * MINUTE;
const RECONCILE = 60 * MINUTE;

/** What all workers of a simulation share. */
export type Crew = { readonly engine: WakeEngine; readonly onDoubt: OnDoubt };

/** Starts one worker: the shipped one, on ports that fail. */
export const startWorker = (name: string, simulation: Simulation, crew: Crew): Process =>
  startProcess(name, simulation, (process) => {
    const services = servicesOf(process, simulation, crew);
    const run = <A, E extends { readonly _tag: string }>(
      what: string,
      program: Effect.Effect<A, E, WorkerServices>,
    ): void =>
      process.run(Effect.provideContext(program, services), (exit) => {
        if (Exit.isFailure(exit)) simulation.trace.write(name, `${what} fails: ${failureOf(exit)}`);
      });
    crew.engine.takeOn(process, Effect.runSync(Effect.provideContext(wakeHandlers, services)));
    process.every(SWEEP, () => run("sweep", sweep));
    process.every(RECONCILE, () => run("reconcile", reconcileUnsettled));
    process.every(DAY, () => moveClock(process, simulation));
  });

/** A jump stays until the next day's. */
const moveClock = (process: Process, { faults, trace }: Simulation): void => {
  const jump = faults.hits("clock-jump") ? faults.random("clock-jump").between(-NEAR, NEAR) : 0;
  const far = faults.hits("clock-jump-far") ? faults.random("clock-jump-far").between(-FAR, FAR) : 0;
  if (jump + far === process.skew()) return;
  process.setSkew(jump + far);
  trace.write(process.name, `has a clock that is off by ${Math.round(process.skew() / 1000)} s`);
};

/** Two clocks that are off by so much, and the slowest send, are together less than the worker's time of doubt. */
const NEAR = MINUTE / 2;
const FAR = 60 * MINUTE;

const servicesOf = (
  process: Process,
  simulation: Simulation,
  { engine, onDoubt }: Crew,
): Context.Context<WorkerServices> => {
  const remote = remoteStore(process, simulation);
  return Context.make(ObligationStore, simulation.plants.worker?.(remote) ?? remote).pipe(
    Context.add(JobEngine, engine.at(process)),
    Context.add(Channels, providers(process, simulation)),
    Context.add(ContactBook, contactRegistry(process, simulation)),
    Context.add(AgencyRuleBook, { rulesFor: () => agencyRules(onDoubt) }),
    Context.add(NoticeWriter, writer),
    Context.add(WorkerClock, { now: Effect.sync(process.now) }),
    Context.add(WorkerLog, {
      write: (line) =>
        Effect.sync(() =>
          simulation.tell({ kind: "said", where: "log", text: JSON.stringify({ ...line, ...leak(simulation) }) }),
        ),
    }),
    Context.add(Settings, WorkerSettings.parse({ worker: NoticeActorId.parse(process.name) })),
  );
};

const leak = ({ plants, population }: Simulation): object =>
  plants.logsAddresses ? { to: population.people[0]?.points[0]?.value } : {};

const writer = noticeWriter(
  ({ subject }: Obligation) =>
    Effect.succeed({
      eventKind: subject.eventKind,
      language: "en",
      asked: true,
      occurred: null,
      scheduled: null,
      releaseType: null,
      place: null,
      agency: { name: "Department", phone: "555-0100" },
      content: ["event"],
      rights: [],
      enclosed: [],
    }),
  { en: "A letter from the Department", es: "Una carta del Departamento" },
);
