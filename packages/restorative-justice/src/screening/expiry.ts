import { Instant, minutesBetween } from "@victim-rights/core";
import { z } from "zod";

/** What ends a screen or an approval at once, whatever its age (house design rule). */
export const TriggerEvent = z.strictObject({
  kind: z.enum(["release-date-change", "new-contact", "order-change", "new-disclosure"]),
  at: Instant,
});
export type TriggerEvent = z.infer<typeof TriggerEvent>;

/** When a question of expiry is asked: at which moment, and knowing which events. */
export type ExpirySetting = { readonly now: Instant; readonly triggers: readonly TriggerEvent[] };

/** Why something no longer stands. */
export type ExpiredBecause = "too-old" | "in-the-future" | TriggerEvent["kind"];

const MINUTES_PER_DAY = 1440;

/**
 * Tells why something done at a moment no longer stands, or `null` while it does. On the last day's own minute it has
 * expired; an event of the same moment ends it, since which came first is not known; nothing from the future stands.
 */
export const expiredBecause = (at: Instant, days: number, { now, triggers }: ExpirySetting): ExpiredBecause | null => {
  if (at > now) return "in-the-future";
  const [event] = triggers.filter((trigger) => trigger.at >= at).toSorted((a, b) => (a.at < b.at ? -1 : 1));
  if (event !== undefined) return event.kind;
  return minutesBetween(at, now) >= days * MINUTES_PER_DAY ? "too-old" : null;
};
