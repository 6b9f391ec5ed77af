import { GUARDS } from "../agency/agency.ts";
import { HOUR, MINUTE } from "../engine/span.ts";
import type { Checker } from "./checker.ts";

const LIMIT = (GUARDS.silence[0]?.minutes ?? 0) * MINUTE;
/** The process that listens may be down for a while, and looks every ten minutes. */
const SLACK = HOUR;

/** A feed that is silent for longer than it may raises an alarm, and one that is not raises none. */
export const silenceAlarmed: Checker = {
  name: "silence-alarmed",
  open: ({ timeline, agency, faults }, broken) => {
    let heardAt = timeline.now();
    let alarmedAt = 0;
    let checked = 0;
    const look = (since: number): void => {
      if (heardAt !== since || faults.isOver()) return;
      checked += 1;
      if (alarmedAt < since)
        broken(`the feed is silent for ${Math.round((LIMIT + SLACK) / MINUTE)} minutes, and nobody was told`);
    };
    return {
      hear: (happening) => {
        if (happening.kind === "heard") {
          const since = timeline.now();
          heardAt = since;
          timeline.after(LIMIT + SLACK, () => look(since));
        }
        if (happening.kind !== "silence-alarm") return;
        alarmedAt = timeline.now();
        // What was delivered may wait in the inbox while the process that takes it is down.
        const waits = agency.inbox.size > 0;
        if (!waits && timeline.now() - heardAt < LIMIT - MINUTE)
          broken(`an alarm after ${Math.round((timeline.now() - heardAt) / MINUTE)} minutes of silence`);
      },
      checked: () => checked,
    };
  },
};
