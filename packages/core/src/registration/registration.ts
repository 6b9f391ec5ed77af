import { z } from "zod";
import { RecordOrigin } from "../custody/custody-event.ts";
import { Harm } from "../crime/harm.ts";
import { CaseNumber, ChannelId, JurisdictionId, RegistrationId, SupervisedPersonId } from "../ids.ts";
import { Person } from "../person/person.ts";
import { Relation } from "../person/relation.ts";
import { LocalDate } from "../time/local-date.ts";
import { ContactPoint, SafeContact } from "./contact-point.ts";

/** The life of one registration in one channel. Only `active` unlocks that channel's notices; `unknown` makes an unknown fact. */
export const ChannelStatus = z.enum(["active", "pending", "withdrawn", "none", "unknown"]);
export type ChannelStatus = z.infer<typeof ChannelStatus>;

/** A person's standing in one independent channel. A channel that is not listed was never recorded: its status is unknown. */
export const ChannelRegistration = z.strictObject({
  channel: ChannelId,
  status: ChannelStatus,
  since: LocalDate.nullable(),
});
export type ChannelRegistration = z.infer<typeof ChannelRegistration>;

/** The person the crime was committed against, as far as the registry knows; ages become facts on the event's own day. */
export const DirectVictim = z.strictObject({
  birthDate: LocalDate.nullable(),
  minor: z.boolean().nullable(),
  incompetent: z.boolean().nullable(),
  incapacitated: z.boolean().nullable(),
  deceased: z.boolean().nullable(),
  homicideVictim: z.boolean().nullable(),
});
export type DirectVictim = z.infer<typeof DirectVictim>;

/** One person's registration about one person under supervision, with everything the registry holds about why. */
export const Registration = z.strictObject({
  id: RegistrationId,
  jurisdiction: JurisdictionId,
  person: Person,
  supervisedPersonId: SupervisedPersonId,
  caseNumber: CaseNumber.nullable(),
  relation: Relation.nullable(),
  directVictim: DirectVictim,
  harm: Harm,
  channels: z.array(ChannelRegistration),
  contacts: z.array(ContactPoint),
  safeContact: SafeContact,
  wishesAnonymity: z.boolean(),
  facts: z
    .record(z.string(), z.union([z.boolean(), z.string(), z.number()]))
    .meta({ description: "Further facts by name, known about this registration." }),
  origin: RecordOrigin.nullable(),
});
export type Registration = z.infer<typeof Registration>;
