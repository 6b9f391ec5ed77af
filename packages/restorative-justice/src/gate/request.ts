import { z } from "zod";
import { EvidenceRef } from "../programme/ids.ts";
import { CONTACT_FORMATS } from "../screening/specialist-approval.ts";

/** Those who may start a dialogue where their jurisdiction says so: the victim, and whoever lawfully asks for the victim. */
export const VICTIM_SIDE_INITIATORS = [
  "victim",
  "victim-guardian",
  "close-relative-of-deceased",
  "victim-representative",
  "family-or-household-member",
] as const;

/** Those who start one for the victim's side. */
export const VictimSideInitiator = z.enum(VICTIM_SIDE_INITIATORS);
export type VictimSideInitiator = z.infer<typeof VictimSideInitiator>;

/** Whoever is said to have asked. The others are listed so that a request of theirs can be refused for what it is (INV-01). */
export const Initiator = z.enum([
  ...VICTIM_SIDE_INITIATORS,
  "offender",
  "offender-representative",
  "lawyer",
  "chaplain",
  "parole-board",
  "staff",
]);
export type Initiator = z.infer<typeof Initiator>;

/** How the two would come into contact, least contact first. A surrogate is met in place of the own offender. */
export const DIALOGUE_FORMATS = ["surrogate", ...CONTACT_FORMATS] as const;
/** How the two would come into contact: see {@link DIALOGUE_FORMATS}. */
export const DialogueFormat = z.enum(DIALOGUE_FORMATS);
export type DialogueFormat = z.infer<typeof DialogueFormat>;

/** Whether a format brings the two no closer than another. */
export const hasNoMoreContact = (format: DialogueFormat, than: DialogueFormat): boolean =>
  DIALOGUE_FORMATS.indexOf(format) <= DIALOGUE_FORMATS.indexOf(than);

/** The request that a case rests on, as it is stored with it. */
export const DialogueRequest = z.strictObject({
  initiator: Initiator,
  /** The paper that lets somebody ask for the victim; the victim needs none. */
  authority: EvidenceRef.nullable().default(null),
  /** Whether the victim wants to hear of it if an offender who declined should agree later. */
  tellIfOffenderAgreesLater: z.boolean().default(false),
});
export type DialogueRequest = Readonly<z.infer<typeof DialogueRequest>>;
