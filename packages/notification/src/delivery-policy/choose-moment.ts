import { addMinutes, type Calendar, type Instant } from "@victim-rights/core";
import type { NoticeAttempt, Obligation } from "../obligation/obligation.ts";
import type { ContactOption } from "./contact-option.ts";
import type { CollisionRule, DeliveryPolicy, RetryCadence, Urgency } from "./delivery-policy.ts";
import { isInHours, nextOpenMoment } from "./next-open-moment.ts";
import { isPrompt } from "./urgency-of.ts";

/** What the moments of one obligation's attempts are chosen from. */
export type Choosing = {
  readonly obligation: Obligation;
  readonly policy: DeliveryPolicy;
  readonly calendar: Pick<Calendar, "zone">;
  readonly now: Instant;
  readonly urgency: Urgency;
};

/** Why a contact point is left to a person. */
export type PersonReason =
  | "no-cadence-fits"
  | "zone-unknown"
  | "retry-would-be-late"
  | "no-hour-is-open"
  | "no-rule-fits"
  | "quiet-hours-meet-the-law"
  | "safe-contact-meets-the-law";

/** What one contact point allows: a moment, or a person with the reason; `null` where it has been tried enough. */
export type MomentChoice =
  | {
      readonly kind: "moment";
      readonly at: Instant;
      readonly rules: readonly string[];
      readonly why: readonly string[];
    }
  | {
      readonly kind: "person";
      readonly reason: PersonReason;
      readonly rules: readonly string[];
      readonly why: readonly string[];
    };

/** Finds when the next attempt at one contact point may be made. */
export const chooseMoment = (option: ContactOption, choosing: Choosing): MomentChoice | null => {
  const { policy, urgency, obligation } = choosing;
  const tried = obligation.attempts.filter(({ contact }) => contact === option.contact);
  if (tried.some(({ outcome }) => outcome === "undeliverable")) return null;
  const cadence = policy.cadences.find(
    ({ urgencies, methods }) => urgencies.includes(urgency) && methods.includes(option.method),
  );
  if (cadence === undefined) return person("no-cadence-fits", null);
  if (tried.length >= cadence.maxAttempts) return null;
  if (option.safeHours.length > 0 && option.zone === null) return person("zone-unknown", null);
  const choice = weigh(momentsOf(option, earliestOf(tried, cadence, choosing), choosing), choosing);
  const rules = tried.length === 0 ? [] : [cadence.id];
  return { ...choice, rules: [...rules, ...choice.rules] };
};

const earliestOf = (
  tried: readonly NoticeAttempt[],
  { waitMinutes }: RetryCadence,
  { now, obligation }: Choosing,
): Instant => {
  const last = tried.at(-1)?.at;
  const again = last === undefined ? now : addMinutes(last, waitMinutes);
  return [now, obligation.sendFrom, again].reduce((latest, each) => (each > latest ? each : latest));
};

/** The first moment at all, the first that is safe, and the first that is neither unsafe nor quiet. */
type Moments = { readonly base: Instant; readonly safe: Instant | null; readonly both: Instant | null };

const momentsOf = (option: ContactOption, base: Instant, { policy, calendar }: Choosing): Moments => {
  const zone = option.zone ?? calendar.zone;
  const quiet = policy.quietHours?.methods.includes(option.method) === true ? policy.quietHours : null;
  const isSafe = (at: Instant): boolean =>
    option.safeHours.length === 0 || option.safeHours.some((hours) => isInHours(at, hours, zone));
  const isBoth = (at: Instant): boolean => isSafe(at) && (quiet === null || !isInHours(at, quiet, zone));
  const hours = [...option.safeHours, ...(quiet === null ? [] : [quiet])];
  return {
    base,
    safe: nextOpenMoment(base, { isOpen: isSafe, hours, zone }),
    both: nextOpenMoment(base, { isOpen: isBoth, hours, zone }),
  };
};

const weigh = (moments: Moments, choosing: Choosing): MomentChoice => {
  const { base, both } = moments;
  const by = openDeadline(choosing);
  if (by !== null && base >= by) return person("retry-would-be-late", null);
  if (both === base) return moment(base, null);
  const standing = standingOf(moments, choosing);
  if (standing === null) return both === null ? person("no-hour-is-open", null) : moment(both, null);
  const limit = limitOf(moments, by);
  const rule = choosing.policy.collisions.find(
    (each) => each.limit === limit && (each.standings as readonly string[]).includes(standing),
  );
  return rule === undefined ? person("no-rule-fits", null) : applyRule(rule, moments);
};

/** The law's deadline while it can still be met. */
const openDeadline = ({ obligation, urgency }: Choosing): Instant | null =>
  urgency === "late" ? null : (obligation.deadline.law?.by ?? null);

const standingOf = ({ both }: Moments, choosing: Choosing): "would-be-late" | "late" | "prompt" | null => {
  const by = openDeadline(choosing);
  if (by !== null && (both === null || both >= by)) return "would-be-late";
  if (choosing.urgency === "late") return "late";
  return isPrompt(choosing.obligation) ? "prompt" : null;
};

/** Quiet hours are in the way only where it would be safe without them: in time where there is a deadline, else at once. */
const limitOf = ({ base, safe, both }: Moments, by: Instant | null): CollisionRule["limit"] => {
  const wouldBeLate = by !== null && (both === null || both >= by);
  const isSafeInTime = safe !== null && (wouldBeLate ? safe < by : safe === base);
  return isSafeInTime ? "quiet-hours" : "safe-contact";
};

const applyRule = (rule: CollisionRule, { safe, both }: Moments): MomentChoice => {
  switch (rule.answer) {
    case "person":
      return person(rule.limit === "quiet-hours" ? "quiet-hours-meet-the-law" : "safe-contact-meets-the-law", rule);
    case "wait":
      return both === null ? person("no-hour-is-open", rule) : moment(both, rule);
    case "send-in-quiet-hours":
      return safe === null ? person("no-hour-is-open", rule) : moment(safe, rule);
  }
};

const named = (rule: CollisionRule | null) => ({
  rules: rule === null ? [] : [rule.id],
  why: rule === null ? [] : [rule.why],
});

const moment = (at: Instant, rule: CollisionRule | null): MomentChoice => ({ kind: "moment", at, ...named(rule) });

const person = (reason: PersonReason, rule: CollisionRule | null): MomentChoice => ({
  kind: "person",
  reason,
  ...named(rule),
});
