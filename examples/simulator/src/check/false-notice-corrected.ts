import type { Obligation } from "@victim-rights/notification";
import type { Simulation } from "../simulation.ts";
import type { Checker } from "./checker.ts";

/**
 * Whoever was told something that was then revised, taken back or found false is owed a correction that is linked to it. A
 * message that its provider denied is left out: nobody at the agency can know of it.
 */
export const falseNoticeCorrected: Checker = {
  name: "false-notice-corrected",
  open: (simulation, broken) => {
    let checked = 0;
    return {
      atEnd: () => {
        for (const { obligation } of simulation.store.obligations.values()) {
          if (obligation.kind !== "notice" || !hasFallen(obligation, simulation)) continue;
          if (!hasArrived(obligation, simulation)) continue;
          checked += 1;
          if (!isCorrected(obligation, simulation)) broken(`${obligation.id} was told, and has no correction`);
        }
      },
      checked: () => checked,
    };
  },
};

const hasFallen = ({ state, subject }: Obligation, { agency }: Simulation): boolean =>
  state === "corrected" ||
  [...agency.log.values()].some(({ id, revision }) => id === subject.eventId && revision > subject.revision);

const hasArrived = ({ id }: Obligation, { post }: Simulation): boolean =>
  [...post.sends.values()].some(({ send, arrivals, denied }) => send.obligation === id && arrivals > 0 && !denied);

const isCorrected = ({ id }: Obligation, { store }: Simulation): boolean =>
  [...store.obligations.values()].some(({ obligation: { corrects } }) => corrects?.obligation === id);
