import { setImmediate } from "node:timers/promises";
import { type Disposition, type Planner } from "@victim-rights/notification";
import { Registration } from "@victim-rights/core";
import { gatherRecords } from "./gather-records.ts";
import { type PlanRun, spillFor } from "./plan-run.ts";
import { compareText } from "./settle.ts";
import { standingRegistrations } from "./standing-registrations.ts";

export type PairPlanning = {
  readonly planner: Planner;
  readonly people: ReadonlySet<string>;
  readonly accept: (disposition: Disposition) => void;
};

export type RegistrationCounts = { readonly registrations: number; readonly withoutEvent: number };

/** Reads the registrations, brings each person's together, and plans them one person and supervised person at a time. */
export const planPairs = async (run: PlanRun, planning: PairPlanning): Promise<RegistrationCounts> => {
  const pairs = spillFor(run, "pairs");
  let registrations = 0;
  let withoutEvent = 0;
  for await (const bucket of gatherRecords(run, {
    kind: "registrations",
    files: run.setup.registrationFiles,
    people: planning.people,
  })) {
    run.setup.io.signal.throwIfAborted();
    registrations += bucket.length;
    for (const standing of bucket.map(standingRegistrations)) {
      if (standing.length === 0) withoutEvent += 1;
      for (const registration of standing) pairs.add(pairKey(registration), JSON.stringify(registration));
    }
  }
  run.progress.stage("planning");
  for (const lines of pairs.drain()) await planBucket(run, planning, lines);
  return { registrations, withoutEvent };
};

const pairKey = ({ person, supervisedPersonId }: Registration): string =>
  JSON.stringify([person.id, supervisedPersonId]);

/** How many pairs are planned before a waiting Ctrl-C is looked at. */
const AT_ONCE = 200;

const planBucket = async (run: PlanRun, { planner, accept }: PairPlanning, lines: readonly string[]): Promise<void> => {
  const registrations = lines.map((line) => Registration.parse(JSON.parse(line)));
  const groups = [...Map.groupBy(registrations, pairKey)].toSorted(([one], [other]) => compareText(one, other));
  for (const [at, [, group]] of groups.entries()) {
    if (at % AT_ONCE === 0) await setImmediate();
    run.setup.io.signal.throwIfAborted();
    for (const disposition of planner.planFor(group)) accept(disposition);
  }
};
