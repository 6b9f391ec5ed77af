import type { CustodyEvent } from "@victim-rights/core";
import { type NoticeActor, NoticeActorId, type Obligation, planNotices, reconcile } from "@victim-rights/notification";
import * as Effect from "effect/Effect";
import * as Exit from "effect/Exit";
import { failureOf, remoteStore } from "../delivery/remote-store.ts";
import type { Process } from "../engine/process.ts";
import { DAY } from "../engine/span.ts";
import type { Simulation } from "../simulation.ts";
import { SIMULATED_LAW } from "../world/law.ts";
import { batchOf, knownOf, laterOf, registrationsAbout } from "./plan-batch.ts";

/**
 * Compares the record with all that is known of custody, person under supervision by person, and records what is missing:
 * two recorders may have planned at once, neither knowing of what the other was about to write.
 */
export const startNight = (process: Process, simulation: Simulation): void => {
  const { agency, trace, timeline } = simulation;
  const night = Math.floor(timeline.now() / DAY);
  const bySupervised = Map.groupBy(agency.log.values(), (event) => event.supervisedPersonId);
  for (const [index, [supervised, events]] of [...bySupervised].entries())
    if ((night + index) % NIGHTS === 0)
      process.run(mend({ events, key: `night ${night} ${supervised}` }, process, simulation), (exit) => {
        if (Exit.isFailure(exit)) trace.write(process.name, `the night of ${supervised} fails: ${failureOf(exit)}`);
      });
};

/** In so many nights everybody's turn has come. */
const NIGHTS = 3;

type Night = { readonly events: readonly CustodyEvent[]; readonly key: string };

const mend = ({ events, key }: Night, process: Process, simulation: Simulation) =>
  Effect.gen(function* () {
    const [event] = events;
    if (event === undefined) return;
    const remote = remoteStore(process, simulation);
    const store = simulation.plants.recorder?.(remote) ?? remote;
    const registrations = registrationsAbout(event, simulation);
    const known = yield* knownOf(store, registrations);
    const now = laterOf(process.now(), known);
    const plan = yield* Effect.fromResult(
      planNotices({ law: SIMULATED_LAW, events, offenses: simulation.population.offenses, registrations, now }),
    );
    const found = reconcile({ plan, obligations: known, tasks: [...simulation.store.tasks.values()], by: by(process) });
    const isWhole = [found.missingObligations, found.missingTasks, found.outdated].every((list) => list.length === 0);
    if (isWhole) return;
    simulation.trace.write(process.name, `${key} finds ${differenceOf(found)}`);
    const batch = yield* batchOf({ event, events, registrations, known, now, process }, simulation);
    yield* store.recordEvent(batch, key);
  });

const by = ({ name }: Process): NoticeActor => ({ role: "system", id: NoticeActorId.parse(name) });

const differenceOf = (found: {
  readonly missingObligations: readonly unknown[];
  readonly missingTasks: readonly unknown[];
  readonly outdated: readonly Obligation["id"][];
}): string =>
  `${found.missingObligations.length} obligations and ${found.missingTasks.length} tasks missing, ${found.outdated.length} outdated`;
