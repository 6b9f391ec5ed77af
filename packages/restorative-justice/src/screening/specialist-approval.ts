import { Instant } from "@victim-rights/core";
import { z } from "zod";
import { InstrumentRef } from "./screen.ts";

const Words = z.string().min(1);

/** The formats of contact, least contact first. */
export const CONTACT_FORMATS = ["written", "recorded", "separate-rooms", "same-room"] as const;
/** A format of contact: see {@link CONTACT_FORMATS}. */
export const ContactFormat = z.enum(CONTACT_FORMATS);
export type ContactFormat = z.infer<typeof ContactFormat>;

/** When a safety plan is to help. */
export const SafetyPlanPhase = z.enum(["before", "during", "after", "release"]);
export type SafetyPlanPhase = z.infer<typeof SafetyPlanPhase>;

/** Who approved, and for which organisation. */
export const Approver = z.strictObject({
  id: Words,
  organisation: Words,
  kind: z.enum(["dv-sv-organisation", "other"]),
});
export type Approver = z.infer<typeof Approver>;

/**
 * A record of the specialist track. Every part may be `null` while it is not there yet: what is missing is told by
 * `missingConditions`. It names documents and never holds what they say.
 */
export const SpecialistApproval = z.strictObject({
  id: Words,
  approvedAt: Instant,
  /** The screens and records of concern that were looked at, and `relationship` for the tie between the two. */
  covers: z.array(Words),
  restatement: z
    .strictObject({ at: Instant, setting: z.enum(["alone", "not_alone"]), risksHeardAt: Instant })
    .nullable(),
  advocate: z
    .strictObject({
      organisation: Words,
      kind: z.enum(["community_based_independent", "other"]),
      presence: z.enum(["present", "declined_by_victim", "absent"]),
    })
    .nullable(),
  facilitator: z.strictObject({ id: Words, training: z.enum(["dv_sv_trained", "other"]) }).nullable(),
  riskAssessment: z
    .strictObject({ document: Words, instrument: InstrumentRef, assessorLicence: Words.nullable() })
    .nullable(),
  safetyPlan: z.strictObject({ document: Words, phases: z.array(SafetyPlanPhase) }).nullable(),
  orderCheck: z.strictObject({ at: Instant, found: z.enum(["no_active_order", "active_order"]) }).nullable(),
  format: z.strictObject({ chosen: ContactFormat, weighed: z.array(ContactFormat) }).nullable(),
  approvers: z.array(Approver),
  releaseDatePlan: z.strictObject({ document: Words }).nullable(),
  stopSignal: z.strictObject({ knownTo: z.enum(["victim", "nobody_yet"]) }).nullable(),
});
export type SpecialistApproval = z.infer<typeof SpecialistApproval>;
