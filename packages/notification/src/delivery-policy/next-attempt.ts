import { addMinutes, type Calendar, type ContactMethod, type Instant } from "@victim-rights/core";
import type { ContactRef } from "../obligation/ids.ts";
import { isOpen, type Obligation } from "../obligation/obligation.ts";
import { chooseMoment, type Choosing, type MomentChoice, type PersonReason } from "./choose-moment.ts";
import type { ContactOption } from "./contact-option.ts";
import type { DeliveryPolicy } from "./delivery-policy.ts";
import { urgencyOf } from "./urgency-of.ts";

/** What the next step of an obligation is chosen from. */
export type NextAttemptInput = {
  readonly obligation: Obligation;
  /** The person's contact points as they were just read, best first. */
  readonly contacts: readonly ContactOption[];
  readonly policy: DeliveryPolicy;
  /** The agency's, for a person whose own zone nobody knows and who stated no hours. */
  readonly calendar: Pick<Calendar, "zone">;
  readonly now: Instant;
};

/** An attempt to make: when, at which contact point, and why. `late`: the law's deadline has passed. */
export type AttemptNext = {
  readonly kind: "attempt";
  readonly attempt: number;
  readonly at: Instant;
  readonly contact: ContactRef;
  readonly method: ContactMethod;
  readonly leaveMessage: boolean;
  readonly late: boolean;
  /** By when a person must be told if nobody has confirmed it; `null` without a deadline. */
  readonly escalateAt: Instant | null;
  /** The rules of the policy that set the moment. */
  readonly rules: readonly string[];
  readonly why: string;
};

/** Somebody must act: nothing can be sent that is both in time and safe. */
export type PersonNext = {
  readonly kind: "person";
  readonly reason: PersonReason | "no-contact-left";
  readonly rules: readonly string[];
  readonly why: string;
};

/** What comes next for an obligation. `nothing`: it has ended, or a person has it. */
export type NextAttempt =
  | AttemptNext
  | PersonNext
  | { readonly kind: "accept-delivery"; readonly attempt: number; readonly why: string }
  | { readonly kind: "nothing"; readonly why: "ended" | "with-a-person" };

/**
 * The next attempt, or the person who must see to it. It never answers with a moment that is unsafe for the person, nor
 * with one after the law's deadline without saying `late`; before that deadline it answers with a moment in time or with
 * a person. A routine notice goes by the person's own order of contact points, a pressing one by the earliest moment.
 */
export const nextAttempt = (input: NextAttemptInput): NextAttempt => {
  const { obligation, contacts, policy, now } = input;
  if (!isOpen(obligation)) return { kind: "nothing", why: "ended" };
  if (obligation.state === "with-person" || obligation.state === "searching")
    return { kind: "nothing", why: "with-a-person" };
  const accepted = acceptedAttempt(obligation, policy);
  if (accepted !== null)
    return { kind: "accept-delivery", attempt: accepted, why: `its receipt suffices by ${policyWords(policy)}` };
  const choosing: Choosing = { ...input, urgency: urgencyOf(obligation, policy, now) };
  const choices = contacts
    .filter(({ mayUse }) => mayUse)
    .flatMap((option) => {
      const choice = chooseMoment(option, choosing);
      return choice === null ? [] : [{ option, choice }];
    });
  const best = bestOf(choices, choosing);
  return best === null ? personNext(choices, choosing) : attemptNext(best, choosing);
};

const acceptedAttempt = ({ state, proof, attempts }: Obligation, { acceptDelivery }: DeliveryPolicy): number | null => {
  if (state !== "delivered" || proof.needs === "return-receipt-or-confirmation" || acceptDelivery === null) return null;
  const arrived = attempts.find(
    ({ outcome, method }) => outcome === "delivered" && acceptDelivery.methods.includes(method),
  );
  return arrived?.attempt ?? null;
};

type Choice = { readonly option: ContactOption; readonly choice: MomentChoice };
type Moment = { readonly option: ContactOption; readonly choice: Extract<MomentChoice, { kind: "moment" }> };

const bestOf = (choices: readonly Choice[], { urgency }: Choosing): Moment | null => {
  const moments = choices.flatMap(({ option, choice }) => (choice.kind === "moment" ? [{ option, choice }] : []));
  const [first, ...others] = moments;
  if (first === undefined) return null;
  if (urgency === "routine") return first;
  return others.reduce((best, each) => (each.choice.at < best.choice.at ? each : best), first);
};

const attemptNext = ({ option, choice }: Moment, choosing: Choosing): AttemptNext => {
  const { obligation, policy, urgency } = choosing;
  const late = urgency === "late";
  const why = [
    ...(late ? [`late: the law's deadline was ${obligation.deadline.law?.by ?? ""}`] : []),
    ...choice.why,
    choice.at > choosing.now ? "the first moment that is allowed" : "at once",
    policyWords(policy),
  ];
  return {
    kind: "attempt",
    attempt: obligation.attempts.length + 1,
    at: choice.at,
    contact: option.contact,
    method: option.method,
    leaveMessage: option.leaveMessage,
    late,
    escalateAt: escalateAt(choosing),
    rules: choice.rules,
    why: why.join("; "),
  };
};

const escalateAt = ({ obligation: { deadline }, policy }: Choosing): Instant | null => {
  const by = deadline.law?.by ?? deadline.policy?.by ?? null;
  return by === null ? null : addMinutes(by, -policy.escalateBeforeMinutes);
};

const personNext = (choices: readonly Choice[], { policy }: Choosing): PersonNext => {
  const [first] = choices.flatMap(({ choice }) => (choice.kind === "person" ? [choice] : []));
  const reason = first?.reason ?? "no-contact-left";
  const why = [WHY[reason], ...(first?.why ?? []), policyWords(policy)];
  return { kind: "person", reason, rules: first?.rules ?? [], why: why.join("; ") };
};

const policyWords = ({ version, decidedBy, decidedOn }: DeliveryPolicy): string =>
  `policy ${version} (${decidedBy}, ${decidedOn})`;

const WHY: Readonly<Record<PersonNext["reason"], string>> = {
  "no-contact-left": "no contact point is left that is current, safe and not yet tried enough: search for another",
  "no-cadence-fits": "the policy says nothing of this method at this urgency",
  "zone-unknown": "the person stated safe hours, and nobody knows their zone",
  "retry-would-be-late": "the next try would come after the law's deadline",
  "no-hour-is-open": "no hour is both safe and not quiet",
  "no-rule-fits": "the policy does not say what wins here",
  "quiet-hours-meet-the-law": "quiet hours last beyond the law's deadline, or the law wants it now",
  "safe-contact-meets-the-law": "the person's safe hours leave no moment that the law would have in time",
};
