import { Citation, EventId, Instant, LocalDate } from "@victim-rights/core";
import { z } from "zod";
import { ObligationId, ReasonCode, RecordRef } from "./ids.ts";
import { SearchStep } from "./search-step.ts";

const attempt = z.int().min(1);

/** The person answered, by a way of their own choosing; none of them needs a secret number. */
export const ConfirmedByPerson = z.strictObject({
  kind: z.literal("confirmed-by-person"),
  how: z.enum(["reply-code", "voice", "link-without-identity", "signed-statement"]),
  at: Instant,
  attempt: attempt.nullable(),
  record: RecordRef,
});
export type ConfirmedByPerson = Readonly<z.infer<typeof ConfirmedByPerson>>;

/** The channel says that it delivered. It proves arrival at a contact point, and not that the person has the notice. */
export const DeliveryReceipt = z.strictObject({
  kind: z.literal("delivery-receipt"),
  at: Instant,
  attempt,
  record: RecordRef,
});
export type DeliveryReceipt = Readonly<z.infer<typeof DeliveryReceipt>>;

/** The signed return receipt of certified mail. */
export const ReturnReceipt = z.strictObject({
  kind: z.literal("return-receipt"),
  at: Instant,
  attempt,
  record: RecordRef,
});
export type ReturnReceipt = Readonly<z.infer<typeof ReturnReceipt>>;

/** Staff told the person, and made a record of it. */
export const StaffCall = z.strictObject({
  kind: z.literal("staff-call"),
  at: Instant,
  reached: z.literal("the-person"),
  record: RecordRef,
});
export type StaffCall = Readonly<z.infer<typeof StaffCall>>;

/** A letter came back. A letter that was refused at the door came back too: it declines nothing. */
export const ReturnedMail = z.strictObject({
  kind: z.literal("returned-mail"),
  at: Instant,
  attempt,
  certified: z.boolean(),
  why: z.enum(["unclaimed", "refused", "no-such-address", "moved", "not-stated"]),
  record: RecordRef,
});
export type ReturnedMail = Readonly<z.infer<typeof ReturnedMail>>;

/** The channel says that the contact point cannot be reached. */
export const ChannelFailure = z.strictObject({
  kind: z.literal("channel-failure"),
  at: Instant,
  attempt,
  why: z.enum(["no-such-contact-point", "blocked", "full", "not-stated"]),
  record: RecordRef,
});
export type ChannelFailure = Readonly<z.infer<typeof ChannelFailure>>;

/** The registry holds no contact point that is current and safe. */
export const NoUsableContact = z.strictObject({
  kind: z.literal("no-usable-contact"),
  at: Instant,
  why: z.enum(["no-current-contact", "no-safe-method"]),
});
export type NoUsableContact = Readonly<z.infer<typeof NoUsableContact>>;

/** The person said in writing that they do not want it, and what. Silence, a refused letter and a bad address are none. */
export const LawfulDecline = z.strictObject({
  kind: z.literal("lawful-decline"),
  on: LocalDate,
  declined: z.enum(["this-notice", "notices-of-this-kind", "notices-about-this-person", "all-notices"]),
  writing: RecordRef,
});
export type LawfulDecline = Readonly<z.infer<typeof LawfulDecline>>;

/** A later revision of the event stands in the place of the one that was to be told. */
export const SupersededByRevision = z.strictObject({
  kind: z.literal("superseded-by-revision"),
  event: EventId,
  revision: z.int().min(2),
});
export type SupersededByRevision = Readonly<z.infer<typeof SupersededByRevision>>;

/** A later revision takes the event back. */
export const EventWithdrawn = z.strictObject({
  kind: z.literal("event-withdrawn"),
  event: EventId,
  revision: z.int().min(1),
});
export type EventWithdrawn = Readonly<z.infer<typeof EventWithdrawn>>;

/** What lets a person decide: a provision, or a rule of the agency's own that is named as such. */
export const DecisionAuthority = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("law"), cites: z.array(Citation).min(1).readonly() }),
  z.strictObject({ kind: z.literal("agency-policy"), policy: RecordRef }),
]);
export type DecisionAuthority = Readonly<z.infer<typeof DecisionAuthority>>;

/** A search that was documented step by step, and a person who decided that it has gone far enough. */
export const DocumentedSearch = z.strictObject({
  kind: z.literal("documented-search"),
  steps: z.array(SearchStep).min(1).readonly(),
  authority: DecisionAuthority,
  record: RecordRef,
});
export type DocumentedSearch = Readonly<z.infer<typeof DocumentedSearch>>;

/** A person decided, for a reason and with an authority that others can check. */
export const PersonDecision = z.strictObject({
  kind: z.literal("person-decision"),
  reason: ReasonCode,
  authority: DecisionAuthority,
  record: RecordRef,
});
export type PersonDecision = Readonly<z.infer<typeof PersonDecision>>;

/** A channel's receipt, and the rule under which it suffices. */
export const DeliveryAccepted = z.strictObject({
  kind: z.literal("delivery-accepted"),
  attempt,
  authority: DecisionAuthority,
  record: RecordRef,
});
export type DeliveryAccepted = Readonly<z.infer<typeof DeliveryAccepted>>;

/** The notice was false, and the correction that is owed for it. */
export const CorrectionOwed = z.strictObject({
  kind: z.literal("correction-owed"),
  correction: ObligationId,
  reason: ReasonCode,
});
export type CorrectionOwed = Readonly<z.infer<typeof CorrectionOwed>>;

/** What shows that the person has a notice. */
export const Confirmation = z.discriminatedUnion("kind", [ConfirmedByPerson, ReturnReceipt, StaffCall]);
export type Confirmation = Readonly<z.infer<typeof Confirmation>>;

/** What shows that a notice did not arrive. None of it is a wish of the person's. */
export const Undeliverability = z.discriminatedUnion("kind", [ReturnedMail, ChannelFailure, NoUsableContact]);
export type Undeliverability = Readonly<z.infer<typeof Undeliverability>>;

/** Everything that an obligation's life can rest on; nothing else closes one. */
export const Evidence = z.discriminatedUnion("kind", [
  ConfirmedByPerson,
  DeliveryReceipt,
  ReturnReceipt,
  StaffCall,
  ReturnedMail,
  ChannelFailure,
  NoUsableContact,
  LawfulDecline,
  SupersededByRevision,
  EventWithdrawn,
  DocumentedSearch,
  PersonDecision,
  DeliveryAccepted,
  CorrectionOwed,
]);
export type Evidence = Readonly<z.infer<typeof Evidence>>;
