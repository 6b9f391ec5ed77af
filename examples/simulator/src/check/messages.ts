import type { AttemptKey, Obligation } from "@victim-rights/notification";
import { isOpen } from "@victim-rights/notification";
import type { Simulation } from "../simulation.ts";
import { entitlementOf } from "../world/entitlement.ts";
import type { Checker } from "./checker.ts";

/** No message reaches anybody but the one person who is entitled to it, by a way that they have not ruled out. */
export const notEntitledNoMessage: Checker = {
  name: "not-entitled-no-message",
  open: (simulation, broken) => {
    let checked = 0;
    return {
      hear: (happening) => {
        if (happening.kind !== "received") return;
        checked += 1;
        const { person, obligation, send } = happening;
        const { personId } = obligation.subject;
        if (person !== personId) broken(`what is owed to ${personId} reached ${person ?? "a stranger"}`);
        const owner = simulation.population.people.find(({ id }) => id === personId);
        if (owner?.record.safeContact.neverUse.includes(send.channel) === true)
          broken(`${personId} ruled out ${send.channel} and was sent one`);
        if (!isEntitled(obligation, simulation)) broken(`${personId} is owed no ${obligation.id}`);
      },
      checked: () => checked,
    };
  },
};

const isEntitled = ({ subject }: Obligation, { agency, population }: Simulation): boolean => {
  const event = agency.log.get(`${subject.eventId} r${subject.revision}`);
  const registration = population.people
    .flatMap(({ registrations }) => registrations)
    .find((each) => each.person.id === subject.personId && each.supervisedPersonId === subject.supervisedPersonId);
  const offense = population.offenses.find((each) => each.supervisedPersonId === subject.supervisedPersonId);
  return event !== undefined && registration !== undefined && entitlementOf(registration, event, offense) === "owed";
};

/** A refresh that flips everybody is told to nobody. */
export const bulkRefreshHeld: Checker = {
  name: "bulk-refresh-held",
  open: ({ source }, broken) => {
    const refreshed = new Set(source.flatMap(({ truth, record }) => (truth === "bulk-refresh" ? [record.id] : [])));
    let checked = 0;
    return {
      hear: (happening) => {
        if (happening.kind !== "received") return;
        checked += refreshed.size > 0 ? 1 : 0;
        const { subject } = happening.obligation;
        if (refreshed.has(subject.eventId))
          broken(`${subject.personId} was told of ${subject.eventId}, which was a refresh`);
      },
      checked: () => checked,
    };
  },
};

/** Each send is claimed before it is made and made once; once a person has confirmed a notice none is claimed any more. */
export const confirmedNeverRepeated: Checker = {
  name: "confirmed-never-repeated",
  open: (_, broken) => {
    const asked = new Set<string>();
    let checked = 0;
    return {
      hear: (happening) => {
        if (happening.kind === "claimed" && !isOpen(happening.obligation))
          broken(`${nameOf(happening.claim)} was claimed although it is ${happening.obligation.state}`);
        if (happening.kind !== "send-asked") return;
        checked += 1;
        const { send, key } = happening;
        if (send === null) return broken("something was sent that nobody had claimed");
        if (asked.has(key)) broken(`${nameOf(send)} was sent twice`);
        asked.add(key);
      },
      checked: () => checked,
    };
  },
};

const nameOf = ({ attempt, obligation }: AttemptKey): string => `attempt ${attempt} of ${obligation}`;
