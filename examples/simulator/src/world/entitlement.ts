import type { CustodyEvent, Offense, Registration } from "@victim-rights/core";

/**
 * What the made-up law says of a person and an event, read off its rules by hand and not by the engine: `owed`, `not-owed`,
 * or for a person to decide, because a fact is unknown or nobody can be reached.
 */
export type Entitlement = "owed" | "for-a-person" | "not-owed";

type Answer = boolean | null;

/** Says what is owed. It knows nothing of the library's planner: the two must agree. */
export const entitlementOf = (
  registration: Registration,
  event: Pick<CustodyEvent, "kind" | "status">,
  offense: Offense | undefined,
): Entitlement => {
  if (event.status === "withdrawn") return "not-owed";
  const answer = holds(registration, event.kind, offense?.categories["offense.violent"] ?? null);
  if (answer === false) return "not-owed";
  return answer === null || !isNotifiable(registration) ? "for-a-person" : "owed";
};

const holds = (registration: Registration, kind: CustodyEvent["kind"], violent: Answer): Answer => {
  const corrections = isRegistered(registration, "corrections");
  if (kind === "parole-hearing-scheduled") return either(corrections, isRegistered(registration, "board"));
  if (kind === "release-scheduled") return corrections;
  if (kind === "release") return registration.facts["claimant.accused"] === true ? false : corrections;
  return kind === "escape" ? either(violent, corrections) : false;
};

const either = (one: Answer, other: Answer): Answer => {
  if (one === true || other === true) return true;
  return one === null || other === null ? null : false;
};

const isRegistered = ({ channels }: Registration, wanted: string): Answer => {
  const status = channels.find(({ channel }) => channel === wanted)?.status ?? "unknown";
  return status === "unknown" ? null : status === "active";
};

/** The registry has a contact point that is current and safe; a text is a message that is left. */
const isNotifiable = ({ contacts, safeContact }: Registration): boolean =>
  contacts.some(
    ({ method, currency }) =>
      currency === "current" &&
      !safeContact.neverUse.includes(method) &&
      !(method === "sms" && safeContact.doNotLeaveMessage),
  );
