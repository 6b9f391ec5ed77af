import type { PersonId } from "@victim-rights/core";
import type { AttemptKey } from "@victim-rights/notification";
import { MINUTE } from "../engine/span.ts";
import { standing, type Simulation } from "../simulation.ts";

/** A message on its way to whoever lives at an address. */
export type OnItsWay = { readonly send: AttemptKey; readonly key: string; readonly address: string };

/** Lets a message arrive, later, and tells whom it truly reached. */
export const arrive = ({ send, address }: OnItsWay, simulation: Simulation): void => {
  const { timeline, trace, tell } = simulation;
  const chance = simulation.random(`arrival ${send.obligation} ${send.attempt}`);
  const minutes = send.channel === "postal" ? chance.between(1440, 4320) : chance.between(0, 20);
  const obligation = standing(simulation, send.obligation);
  if (obligation === null) return;
  const person = whoLivesAt(address, simulation);
  tell({ kind: "received", send, person, obligation });
  timeline.after(minutes * MINUTE, () => {
    trace.write(
      "person",
      `${person ?? "a stranger"} receives ${send.channel}, attempt ${send.attempt} of ${send.obligation}`,
    );
    for (const answer of simulation.arrivals) answer(send);
  });
};

const whoLivesAt = (address: string, { population }: Simulation): PersonId | null =>
  population.people.find(({ points }) => points.some(({ value }) => JSON.stringify(value) === address))?.id ?? null;
