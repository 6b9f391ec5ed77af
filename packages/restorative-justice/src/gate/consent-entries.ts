import type { Instant } from "@victim-rights/core";
import { expiredBecause } from "../screening/expiry.ts";
import { type Consent, standingConsent } from "./consent.ts";
import type { FactEntry, GateInput } from "./fact-entry.ts";

/** Facts about the consents of both (G07, G08). Where a consent is not on file it is not given. */
export const consentEntries = (input: GateInput): readonly FactEntry[] => {
  const offender = consentOf(input, "offender");
  const victim = consentOf(input, "victim");
  const about = ({ inputs }: Standing<Consent>, fact: string, value: boolean): FactEntry => ({ fact, value, inputs });
  return [
    about(offender, "offender.consent-given", offender.consent !== null),
    about(offender, "offender.consent-unpressured", offender.consent?.pressure === "none"),
    about(offender, "offender.consent-unrewarded", offender.consent?.reward === "none"),
    about(offender, "offender.consent-current", isCurrent(offender.consent?.at, input)),
    about(victim, "victim.consent-given", victim.consent !== null),
    about(victim, "victim.consent-informed", victim.consent?.informed === "of-risks-and-that-nothing-is-promised"),
    about(victim, "victim.consent-current", isCurrent(victim.consent?.at, input)),
  ];
};

type Standing<One extends Consent> = { readonly consent: One | null; readonly inputs: readonly string[] };

const consentOf = <Party extends Consent["party"]>(
  { facts, phase, dialogue, at }: GateInput,
  party: Party,
): Standing<Extract<Consent, { readonly party: Party }>> => {
  const own = facts.papers.consents.filter(
    (consent): consent is Extract<Consent, { readonly party: Party }> => consent.party === party,
  );
  const consent = standingConsent(own, { phase, since: dialogue.startedAt, now: at });
  return { consent, inputs: own.map(({ id }) => id) };
};

const isCurrent = (at: Instant | undefined, { policy, at: now }: GateInput): boolean =>
  at !== undefined && expiredBecause(at, policy.consentExpiresAfterDays, { now, triggers: [] }) === null;
