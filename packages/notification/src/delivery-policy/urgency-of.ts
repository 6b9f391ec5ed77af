import { type Instant, minutesBetween } from "@victim-rights/core";
import type { Obligation } from "../obligation/obligation.ts";
import { PROMPT_TERMS } from "../time-ground.ts";
import type { DeliveryPolicy, Urgency } from "./delivery-policy.ts";

/** How pressing an obligation is at a moment; the law's deadline counts, and the agency's own does not. */
export const urgencyOf = (obligation: Obligation, policy: DeliveryPolicy, now: Instant): Urgency => {
  const by = obligation.deadline.law?.by ?? null;
  if (by !== null && by <= now) return "late";
  if (by !== null && minutesBetween(now, by) <= policy.nearDeadlineMinutes) return "near-deadline";
  return isPrompt(obligation) ? "prompt" : "routine";
};

/** The law wants it soon and gives no number; and a false notice is corrected as soon as it can be. */
export const isPrompt = ({ kind, grounds }: Obligation): boolean =>
  kind === "correction" ||
  grounds.some(({ symbolic, closes }) => symbolic !== null && (closes === null || PROMPT_TERMS.includes(symbolic)));
