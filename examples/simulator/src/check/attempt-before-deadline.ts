import { epochMilliseconds } from "@victim-rights/core";
import { isOpen, type Obligation } from "@victim-rights/notification";
import { HOUR } from "../engine/span.ts";
import { standing } from "../simulation.ts";
import type { Checker } from "./checker.ts";

/** So much time before a deadline an obligation must have been opened for the promise to hold: faults take some of it. */
const SLACK = 8 * HOUR;

/** Before each deadline of the law something was sent, or a person has been told. */
export const attemptBeforeDeadline: Checker = {
  name: "attempt-before-deadline",
  open: (simulation, broken) => {
    const { timeline } = simulation;
    let checked = 0;
    const look = ({ id, deadline }: Obligation): void => {
      const now = standing(simulation, id);
      if (now === null) return;
      checked += 1;
      if (isOpen(now) && !isSeenTo(now))
        broken(`${id} is ${now.state} at its deadline ${deadline.law?.by ?? ""}, and nothing was sent`);
    };
    return {
      hear: (happening) => {
        if (happening.kind !== "written") return;
        for (const { before, after } of happening.obligations) {
          const by = before === null ? (after.deadline.law?.by ?? null) : null;
          if (by === null) continue;
          const left = epochMilliseconds(by) - timeline.now();
          if (left > SLACK) timeline.after(left, () => look(after));
        }
      },
      checked: () => checked,
    };
  },
};

const isSeenTo = ({ attempts, commands }: Obligation): boolean =>
  attempts.some(({ outcome }) => outcome !== "not-sent") || commands.some(({ act }) => act === "hand-to-person");
