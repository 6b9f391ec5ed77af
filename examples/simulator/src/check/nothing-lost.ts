import { addMinutes, epochMilliseconds } from "@victim-rights/core";
import {
  dueAt,
  isOpen,
  NoticeActorId,
  type Obligation,
  type ObligationId,
  type PersonTask,
  planNotices,
  queuedTasks,
  reconcile,
} from "@victim-rights/notification";
import * as Result from "effect/Result";
import { GUARDS } from "../agency/agency.ts";
import { HOUR } from "../engine/span.ts";
import type { Simulation } from "../simulation.ts";
import { SIMULATED_LAW } from "../world/law.ts";
import type { Checker } from "./checker.ts";

/**
 * Liveness: when faults have been over for days, every obligation has ended, is with a person who has a task for it, or
 * has a next step that is not overdue; no send is left in the dark; and the record agrees with what is known of custody.
 */
export const nothingLost: Checker = {
  name: "nothing-lost",
  open: (simulation, broken) => {
    let checked = 0;
    return {
      atEnd: () => {
        checked = simulation.store.obligations.size;
        const losses = [
          ...obligationsLost(simulation),
          ...claimsLost(simulation),
          ...recordsLost(simulation),
          ...differences(simulation),
          ...tasksOfNobody(simulation),
        ];
        for (const loss of losses) broken(loss);
      },
      checked: () => checked,
    };
  },
};

const obligationsLost = (simulation: Simulation): readonly string[] =>
  [...simulation.store.obligations.values()].flatMap(({ obligation }) => {
    const loss = lossOf(obligation, simulation);
    return loss === null ? [] : [`${obligation.id} is ${obligation.state}, and ${loss}`];
  });

const lossOf = (obligation: Obligation, simulation: Simulation): string | null => {
  if (!isOpen(obligation)) return null;
  const { state } = obligation;
  return state === "with-person" || state === "searching"
    ? lossFromPeople(obligation, simulation)
    : lossFromWorkers(obligation, simulation);
};

const lossFromPeople = ({ id }: Obligation, { store }: Simulation): string | null =>
  store.openTasks().some(({ task }) => isAbout(task, id)) ? null : "nobody has a task for it";

/** Long enough for whatever was due to have been looked at. */
const OVERDUE_MINUTES = 120;

const lossFromWorkers = (obligation: Obligation, { timeline }: Simulation): string | null => {
  const due = dueAt(obligation);
  if (due === null) return "nothing will ever be done about it";
  return addMinutes(due, OVERDUE_MINUTES) < timeline.instant() ? `it has been due since ${due}` : null;
};

const isAbout = ({ about }: PersonTask, id: ObligationId): boolean =>
  about.kind === "obligation" && about.obligation === id;

const claimsLost = ({ store, timeline }: Simulation): readonly string[] =>
  store
    .unsettled()
    .filter(({ result, claimedAt }) => result === null && epochMilliseconds(claimedAt) < timeline.now() - 2 * HOUR)
    .map(({ attempt, obligation }) => `nobody asked what became of attempt ${attempt} of ${obligation}`);

const recordsLost = ({ agency }: Simulation): readonly string[] =>
  [...agency.toRecord.keys()].map((key) => `${key} was let through and never recorded`);

const tasksOfNobody = ({ store, timeline }: Simulation): readonly string[] =>
  queuedTasks(
    store.openTasks().map(({ task }) => task),
    GUARDS.queues,
    timeline.instant(),
  )
    .filter(({ owner }) => owner === null)
    .map(({ task }) => `nobody answers for the queue ${task.queue} of ${task.id}`);

const differences = ({ agency, population, store, timeline }: Simulation): readonly string[] => {
  const planned = planNotices({
    law: SIMULATED_LAW,
    events: [...agency.log.values()],
    offenses: population.offenses,
    registrations: population.people.flatMap(({ registrations }) => registrations),
    now: timeline.instant(),
  });
  if (Result.isFailure(planned)) return [planned.failure.message];
  const found = reconcile({
    plan: planned.success,
    obligations: [...store.obligations.values()].map(({ obligation }) => obligation),
    tasks: [...store.tasks.values()],
    by: { role: "system", id: NoticeActorId.parse("checker") },
  });
  return [
    ...found.missingObligations.map((id) => `${id} is owed, and in no record`),
    ...found.missingTasks.map((id) => `${id} is for a person, and in no queue`),
    ...found.outdated.map((id) => `${id} is open although its event was revised`),
    ...found.unknownToSource.map((id) => `${id} is about an event that nobody knows`),
  ];
};
