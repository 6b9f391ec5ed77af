import {
  Citation,
  EventId,
  EventKind,
  Instant,
  JurisdictionId,
  PersonId,
  SupervisedPersonId,
  Verification,
} from "@victim-rights/core";
import { RuleId } from "@victim-rights/rules";
import { z } from "zod";
import { DutyBearer, IfMissed, ServiceMethod } from "../duty.ts";
import { ObligationId, ReasonCode } from "./ids.ts";

/** Whom a notice is for and what it tells: one person and one revision of one event. */
export const NoticeSubject = z.strictObject({
  jurisdiction: JurisdictionId,
  personId: PersonId,
  supervisedPersonId: SupervisedPersonId,
  eventId: EventId,
  revision: z.int().min(1),
  eventKind: EventKind,
});
export type NoticeSubject = Readonly<z.infer<typeof NoticeSubject>>;

/**
 * One ground of an obligation, with what a reader needs to check it. `basis` is `law`, an agency's `policy`, or a `house`
 * rule of this package where the law is silent. `closes` is the ground's own deadline, `null` where it gives no number.
 */
export const ObligationGround = z.strictObject({
  rule: RuleId,
  title: z.string(),
  basis: z.enum(["law", "policy", "house"]),
  cites: z.array(Citation).readonly(),
  verified: Verification,
  opens: Instant.nullable(),
  closes: Instant.nullable(),
  symbolic: z.string().nullable(),
  methods: z.array(ServiceMethod).readonly(),
  ifMissed: IfMissed,
});
export type ObligationGround = Readonly<z.infer<typeof ObligationGround>>;

/** By when, the law's bound and the agency's own kept apart. `null`: none is set. */
export const ObligationDeadline = z.strictObject({
  law: z.strictObject({ by: Instant, rules: z.array(RuleId).min(1).readonly() }).nullable(),
  policy: z.strictObject({ by: Instant, policy: z.string() }).nullable(),
});
export type ObligationDeadline = Readonly<z.infer<typeof ObligationDeadline>>;

/**
 * What proves that the duty was done. The law read so far does not say, so that both answers are house rules: where a
 * duty names certified mail alone, its return receipt or the person's own confirmation; else a channel's receipt
 * may be accepted, by an authority that is named.
 */
export const ProofNeeded = z.strictObject({
  needs: z.enum(["return-receipt-or-confirmation", "confirmation-or-accepted-delivery"]),
  basis: z.literal("house"),
});
export type ProofNeeded = Readonly<z.infer<typeof ProofNeeded>>;

/** What a correction corrects, and why. */
export const CorrectionLink = z.strictObject({
  obligation: ObligationId,
  cause: z.enum(["false-notice", "event-superseded", "event-withdrawn"]),
  reason: ReasonCode,
});
export type CorrectionLink = Readonly<z.infer<typeof CorrectionLink>>;

/** What an obligation says from the day it is opened, and never anything else: who is owed what, by whom, by when, and why. */
export const ObligationTerms = z.strictObject({
  id: ObligationId,
  kind: z.enum(["notice", "correction"]),
  /** The notice of the plan; the obligation's own id, unless no one moment meets all its grounds. */
  noticeId: z.string().min(1),
  subject: NoticeSubject,
  dutyBearers: z.array(DutyBearer).min(1).readonly(),
  grounds: z.array(ObligationGround).min(1).readonly(),
  deadline: ObligationDeadline,
  /** The first moment at which it may be sent. */
  sendFrom: Instant,
  proof: ProofNeeded,
  corrects: CorrectionLink.nullable(),
});
export type ObligationTerms = Readonly<z.infer<typeof ObligationTerms>>;
