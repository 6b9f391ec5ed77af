import { type ExpirySetting, expiredBecause } from "./expiry.ts";
import type { ScreeningPolicy } from "./screening-policy.ts";
import { CONTACT_FORMATS, SafetyPlanPhase, type SpecialistApproval } from "./specialist-approval.ts";

/** What an approval is held to. */
export type ApprovalSetting = ExpirySetting & {
  readonly policy: ScreeningPolicy;
  /** The screens and records that raised concern, and `relationship` for the tie: all must have been looked at. */
  readonly concerns: readonly string[];
};

/** One condition of the specialist track. All of them are needed, and none stands in for another. */
export type ApprovalCondition = {
  readonly id: string;
  readonly says: string;
  /** Where it comes from: a house design rule throughout, one of them after a pattern in law. */
  readonly basis: string;
};

type Check = (approval: SpecialistApproval, setting: ApprovalSetting) => boolean;
type Checked = ApprovalCondition & { readonly isMet: Check };

const DESIGN = "house design rule";

const condition = (id: string, says: string, isMet: Check): Checked => ({ id, says, basis: DESIGN, isMet });

const CHECKED: readonly Checked[] = [
  condition(
    "restated-alone",
    "the victim restated the request alone, after hearing the risks",
    ({ restatement, approvedAt }) =>
      restatement !== null &&
      restatement.setting === "alone" &&
      restatement.risksHeardAt <= restatement.at &&
      restatement.at <= approvedAt,
  ),
  condition(
    "advocate-offered",
    "an independent community-based advocate was offered, and is present unless the victim declined",
    ({ advocate }) =>
      advocate !== null && advocate.kind === "community_based_independent" && advocate.presence !== "absent",
  ),
  condition(
    "facilitator-trained",
    "the facilitator is trained in domestic and sexual violence",
    ({ facilitator }) => facilitator?.training === "dv_sv_trained",
  ),
  condition(
    "risk-assessed",
    "there is a written risk assessment with an instrument licensed to the assessor",
    ({ riskAssessment }) => riskAssessment !== null && riskAssessment.assessorLicence !== null,
  ),
  condition(
    "safety-plan",
    "a safety plan covers before, during, after and release",
    ({ safetyPlan }) =>
      safetyPlan !== null && SafetyPlanPhase.options.every((phase) => safetyPlan.phases.includes(phase)),
  ),
  condition("order-check", "a recent check found no active order", ({ orderCheck }, { policy, now, triggers }) => {
    if (orderCheck === null || orderCheck.found === "active_order") return false;
    const changes = triggers.filter(({ kind }) => kind === "order-change");
    return expiredBecause(orderCheck.at, policy.orderCheckExpiresAfterDays, { now, triggers: changes }) === null;
  }),
  condition("least-contact-first", "every format with less contact was weighed before the one chosen", ({ format }) => {
    if (format === null) return false;
    const lesser = CONTACT_FORMATS.slice(0, CONTACT_FORMATS.indexOf(format.chosen));
    return lesser.every((each) => format.weighed.includes(each));
  }),
  condition(
    "two-approvers",
    "two people approved, from different organisations",
    ({ approvers }) =>
      new Set(approvers.map(({ id }) => plain(id))).size >= 2 &&
      new Set(approvers.map(({ organisation }) => plain(organisation))).size >= 2,
  ),
  {
    ...condition(
      "dv-sv-organisation",
      "one of the approvers speaks for a domestic or sexual violence organisation",
      ({ approvers }) => approvers.some(({ kind }) => kind === "dv-sv-organisation"),
    ),
    basis: `${DESIGN}, after the memorandum that 24 V.S.A. 1968 asks for`,
  },
  condition(
    "release-date-plan",
    "there is a plan for the release date",
    ({ releaseDatePlan }) => releaseDatePlan !== null,
  ),
  condition("stop-signal", "the victim knows the stop signal", ({ stopSignal }) => stopSignal?.knownTo === "victim"),
  condition("covers-every-concern", "every screen and concern was looked at", ({ covers }, { concerns }) =>
    concerns.every((each) => covers.includes(each)),
  ),
  condition(
    "not-expired",
    "it is recent, and nothing has happened since",
    ({ approvedAt }, { policy, ...setting }) =>
      expiredBecause(approvedAt, policy.specialistApprovalExpiresAfterDays, setting) === null,
  ),
];

/** One organisation under two spellings is one. */
const plain = (name: string): string => name.trim().toLowerCase().replaceAll(/\s+/gu, " ");

/** Every condition of the specialist track, in the order in which what is missing is told. */
export const APPROVAL_CONDITIONS: readonly ApprovalCondition[] = CHECKED.map(({ id, says, basis }) => ({
  id,
  says,
  basis,
}));

/** Every condition that an approval does not meet; all of them where there is no approval. */
export const missingConditions = (
  approval: SpecialistApproval | null,
  setting: ApprovalSetting,
): readonly ApprovalCondition[] =>
  APPROVAL_CONDITIONS.filter((_, at) => approval === null || CHECKED[at]?.isMet(approval, setting) !== true);
