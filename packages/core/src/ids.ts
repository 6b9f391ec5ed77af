import { z } from "zod";

const id = <Brand extends string>() => z.string().trim().min(1).max(200).brand<Brand>();

/** A jurisdiction's folder name: a lower-case country and subdivision, such as the name of a folder under `rules/`. */
export const JurisdictionId = z
  .string()
  .regex(/^[a-z]{2}-[a-z0-9]{1,3}$/u, "write a jurisdiction as a lower-case country and subdivision, such as `xx-yy`")
  .brand<"JurisdictionId">();
export type JurisdictionId = z.infer<typeof JurisdictionId>;

/** A person as the agency's victim registry knows them. */
export const PersonId = id<"PersonId">();
export type PersonId = z.infer<typeof PersonId>;

/** The person under supervision, as the corrections department numbers them. */
export const SupervisedPersonId = id<"SupervisedPersonId">();
export type SupervisedPersonId = z.infer<typeof SupervisedPersonId>;

/** A court case or cause number. */
export const CaseNumber = id<"CaseNumber">();
export type CaseNumber = z.infer<typeof CaseNumber>;

/** A custody event; every correction of the event keeps its id and raises its revision. */
export const EventId = id<"EventId">();
export type EventId = z.infer<typeof EventId>;

/** One registration row: one person, one supervised person. */
export const RegistrationId = id<"RegistrationId">();
export type RegistrationId = z.infer<typeof RegistrationId>;

/** A state's name for one independent way of registering, declared in its `jurisdiction.json`. */
export const ChannelId = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/u, "write a channel id in kebab case, such as `parole-board-address`")
  .brand<"ChannelId">();
export type ChannelId = z.infer<typeof ChannelId>;
