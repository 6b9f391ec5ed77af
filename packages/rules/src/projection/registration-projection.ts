import {
  type ContactMethod,
  type ContactPoint,
  type DirectVictim,
  fullYearsBetween,
  type Harm,
  type LocalDate,
  type Registration,
} from "@victim-rights/core";
import { channelFactName } from "../load/vocabulary-of.ts";
import type { FactDraft } from "./fact-draft.ts";

/** Reads a registration as facts about the claimant, the direct victim, the harm, the channels and the contact data, with ages on the day `on`. */
export const projectRegistration = (registration: Registration, on: LocalDate): FactDraft => ({
  ...registration.facts,
  ...claimantFacts(registration, on),
  ...directVictimFacts(registration, on),
  ...harmFacts(registration.harm),
  ...channelFacts(registration),
  ...contactFacts(registration.contacts),
});

const ageOn = (birthDate: LocalDate | null, on: LocalDate): number | null =>
  birthDate === null || birthDate > on ? null : fullYearsBetween(birthDate, on);

const claimantFacts = ({ person, relation }: Registration, on: LocalDate): FactDraft => ({
  "claimant.kind": person.kind,
  "claimant.relation": relation,
  "claimant.age": ageOn(person.birthDate, on),
});

/** A direct victim who registers is the claimant: their own birth date answers for both. */
const directVictimFacts = ({ directVictim, person, relation }: Registration, on: LocalDate): FactDraft => ({
  "direct-victim.age": ageOn(birthDateOf(directVictim, relation === "self" ? person.birthDate : null), on),
  "direct-victim.minor": directVictim.minor,
  "direct-victim.incompetent": directVictim.incompetent,
  "direct-victim.incapacitated": directVictim.incapacitated,
  "direct-victim.deceased": directVictim.deceased,
  "direct-victim.homicide-victim": directVictim.homicideVictim,
});

const birthDateOf = (directVictim: DirectVictim, own: LocalDate | null): LocalDate | null =>
  directVictim.birthDate ?? own;

const harmFacts = (harm: Harm): FactDraft => ({
  "harm.directness": harm.directness,
  "harm.bodily-injury": harm.bodilyInjury,
  "harm.threat-of-bodily-injury": harm.threatOfBodilyInjury,
  "harm.emotional": harm.emotional,
  "harm.financial": harm.financial,
  "harm.property-loss": harm.propertyLoss,
  "harm.death": harm.death,
});

const channelFacts = ({ channels }: Registration): FactDraft =>
  Object.fromEntries(
    channels.map(({ channel, status }) => [
      channelFactName(channel),
      status === "unknown" ? null : status === "active",
    ]),
  );

const contactFacts = (contacts: readonly ContactPoint[]): FactDraft => ({
  "contact.current-address": hasCurrent(contacts, ["postal"]),
  "contact.current-phone": hasCurrent(contacts, ["phone", "sms"]),
  "contact.current-email": hasCurrent(contacts, ["email"]),
});

/** None on file is known; one on file that nobody has confirmed is not. */
const hasCurrent = (contacts: readonly ContactPoint[], methods: readonly ContactMethod[]): boolean | null => {
  const mine = contacts.filter((contact) => methods.includes(contact.method));
  if (mine.some((contact) => contact.currency === "current")) return true;
  return mine.some((contact) => contact.currency === "unknown") ? null : false;
};
