import type { AttemptKey, Obligation } from "@victim-rights/notification";
import { idempotencyKeyOf } from "@victim-rights-examples/delivery-worker/channel/idempotency-key";
import { standing, type Simulation } from "../simulation.ts";
import type { Checker } from "./checker.ts";

/**
 * What the record calls not sent was not sent: whoever rests on it would correct nothing. What a provider denied is left
 * out.
 */
export const unsentMeansUnsent: Checker = {
  name: "unsent-means-unsent",
  open: (simulation, broken) => {
    let checked = 0;
    const look = (obligation: Obligation | null): void => {
      for (const { attempt, outcome, method } of obligation?.attempts ?? []) {
        if (outcome !== "not-sent" || obligation === null) continue;
        checked += 1;
        if (hasArrived({ obligation: obligation.id, attempt, channel: method }, simulation))
          broken(`attempt ${attempt} of ${obligation.id} arrived, and the record calls it not sent`);
      }
    };
    return {
      hear: (happening) => {
        if (happening.kind === "received") look(standing(simulation, happening.send.obligation));
        if (happening.kind === "written") for (const { after } of happening.obligations) look(after);
      },
      checked: () => checked,
    };
  },
};

const hasArrived = (key: AttemptKey, { post }: Simulation): boolean => {
  const sent = post.sends.get(idempotencyKeyOf(key));
  return sent !== undefined && sent.arrivals > 0 && !sent.denied;
};
