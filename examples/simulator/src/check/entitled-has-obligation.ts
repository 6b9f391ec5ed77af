import type { CustodyEvent } from "@victim-rights/core";
import type { Simulation } from "../simulation.ts";
import { entitlementOf } from "../world/entitlement.ts";
import type { Checker } from "./checker.ts";

/** Whoever is entitled to a notice has an obligation, and whoever must be decided about has a task, from the very write that records the event. */
export const entitledHasObligation: Checker = {
  name: "entitled-has-obligation",
  open: (simulation, broken) => {
    let checked = 0;
    const check = (event: CustodyEvent, since: string): void => {
      if (!stands(event, simulation)) return;
      for (const { registration, entitlement } of concerned(event, simulation)) {
        checked += 1;
        const isThere =
          entitlement === "owed"
            ? hasObligation(simulation, event, registration.person.id)
            : hasTask(simulation, event, registration.person.id);
        if (!isThere)
          broken(`${since}: ${registration.person.id} and ${event.id} r${event.revision} are ${entitlement}`);
      }
    };
    return {
      hear: (happening) => {
        if (happening.kind === "written" && happening.recorded !== null) check(happening.recorded, "written");
        if (happening.kind === "told-recorded") check(happening.event, "told that it is recorded");
      },
      atEnd: () => {
        for (const event of simulation.agency.log.values()) check(event, "at the end");
      },
      checked: () => checked,
    };
  },
};

/** No later revision of it is known; what is superseded is owed no more. */
const stands = (event: CustodyEvent, { agency }: Simulation): boolean =>
  ![...agency.log.values()].some(({ id, revision }) => id === event.id && revision > event.revision);

const concerned = (event: CustodyEvent, { population }: Simulation) =>
  population.people
    .flatMap(({ registrations }) => registrations)
    .filter(({ supervisedPersonId }) => supervisedPersonId === event.supervisedPersonId)
    .map((registration) => ({
      registration,
      entitlement: entitlementOf(
        registration,
        event,
        population.offenses.find(({ supervisedPersonId }) => supervisedPersonId === event.supervisedPersonId),
      ),
    }))
    .filter(({ entitlement }) => entitlement !== "not-owed");

const hasObligation = ({ store }: Simulation, event: CustodyEvent, person: string): boolean =>
  [...store.obligations.values()].some(
    ({ obligation: { subject } }) =>
      subject.personId === person && subject.eventId === event.id && subject.revision === event.revision,
  );

const hasTask = ({ store }: Simulation, event: CustodyEvent, person: string): boolean =>
  [...store.tasks.values()].some(
    ({ about }) =>
      about.kind === "pair" &&
      about.subject.personId === person &&
      about.subject.eventId === event.id &&
      about.subject.revision === event.revision,
  );
