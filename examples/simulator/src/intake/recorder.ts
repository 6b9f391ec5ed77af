import type { CustodyEvent } from "@victim-rights/core";
import * as Effect from "effect/Effect";
import * as Exit from "effect/Exit";
import { type Admitted, recordKey } from "../agency/agency.ts";
import { failureOf, remoteStore } from "../delivery/remote-store.ts";
import { type Process, startProcess } from "../engine/process.ts";
import { DAY, MINUTE } from "../engine/span.ts";
import type { Simulation } from "../simulation.ts";
import { startNight } from "./nightly.ts";
import { batchOf, knownOf, laterOf, registrationsAbout } from "./plan-batch.ts";

/** A process that plans what each admitted record leads to, and records all of it in one step. */
export type Recorder = { readonly process: Process; readonly drain: () => void };

const LEASE = 5 * MINUTE;

/** Starts a recorder. Several may work at once: each leases a record while it is about it. */
export const startRecorder = (number: number, simulation: Simulation): Recorder => {
  const name = `recorder-${number}`;
  const { agency, timeline, trace } = simulation;
  const drain = (): void => {
    if (!process.isUp()) return;
    const free = [...agency.toRecord.values()].find(({ leasedUntil }) => leasedUntil <= timeline.now());
    if (free === undefined) return;
    free.leasedUntil = timeline.now() + LEASE;
    process.run(record(free, process, simulation), (exit) => {
      if (Exit.isFailure(exit)) trace.write(name, `cannot record ${recordKey(free.record)}: ${failureOf(exit)}`);
      else drain();
    });
    drain();
  };
  const process: Process = startProcess(name, simulation, (self) => {
    self.every(5 * MINUTE, drain);
    if (number === 1) self.every(DAY, () => startNight(self, simulation));
  });
  return { process, drain };
};

const record = ({ record: event }: Admitted, process: Process, simulation: Simulation) =>
  Effect.gen(function* () {
    const { agency, tell } = simulation;
    const remote = remoteStore(process, simulation);
    const store = simulation.plants.recorder?.(remote) ?? remote;
    const events = yield* process.call({
      what: "keep the record",
      act: () => {
        agency.log.set(recordKey(event), event);
        return Exit.succeed([...agency.log.values()].filter((each) => isAboutSame(each, event)));
      },
    });
    const registrations = registrationsAbout(event, simulation);
    const known = yield* knownOf(store, registrations);
    const now = laterOf(process.now(), known);
    const batch = yield* batchOf({ event, events, registrations, known, now, process }, simulation);
    yield* Effect.catchTag(store.recordEvent(batch, recordKey(event)), "IdempotencyKeyReused", () => Effect.void);
    tell({ kind: "told-recorded", event });
    yield* process.call({ what: "tick off", act: () => Exit.succeed(agency.toRecord.delete(recordKey(event))) });
  });

const isAboutSame = (one: CustodyEvent, other: CustodyEvent): boolean =>
  one.supervisedPersonId === other.supervisedPersonId;
