export { ageResult, type AgeSetting } from "./screening/age-result.ts";
export { Answer, type AnswerSheet, ItemKey, NotApplicable, Unanswered } from "./screening/answer.ts";
export {
  APPROVAL_CONDITIONS,
  type ApprovalCondition,
  type ApprovalSetting,
  missingConditions,
} from "./screening/approval-conditions.ts";
export { combine } from "./screening/combine.ts";
export { evaluateScreen, InstrumentLicence } from "./screening/evaluate-screen.ts";
export { expiredBecause, type ExpiredBecause, type ExpirySetting, TriggerEvent } from "./screening/expiry.ts";
export { Evidence, FactChange } from "./screening/fact-change.ts";
export type { Instrument, InstrumentReading, ReasonDraft } from "./screening/instruments/instrument.ts";
export { INSTRUMENTS } from "./screening/instruments/instruments.ts";
export { NOT_AVAILABLE, type NotAvailable } from "./screening/instruments/not-available.ts";
export { GROUP_RATE_NOTICE } from "./screening/instruments/odara.ts";
export { type Inventory, INVENTORY_ID, type InventoryQuestion } from "./screening/inventory/inventory.ts";
export {
  evaluateIpvGate,
  GATE_OUTCOMES,
  type GateObstacle,
  type GateOutcome,
  type IpvGate,
  type IpvGateInput,
} from "./screening/ipv-gate.ts";
export { openScreening, type Screening } from "./screening/open-screening.ts";
export { concernResult, ProfessionalConcern } from "./screening/professional-concern.ts";
export { type CurrentSetting, readCurrentScreen, readScreen, type ReadSetting } from "./screening/read-screen.ts";
export { Relationship, relationshipResult, Tie } from "./screening/relationship.ts";
export type { CutOff, GroupRate, Score } from "./screening/score.ts";
export { InstrumentRef, ItemAnswer, type Screen, Screener, ScreenId, ScreenOrigin } from "./screening/screen.ts";
export type { Exemption, ResponseScale, ScreenItem } from "./screening/screen-item.ts";
export {
  formatScreenProblem,
  type ScreenProblem,
  type ScreenProblemCode,
  ScreenRejected,
} from "./screening/screen-problem.ts";
export {
  NOT_VALIDATED,
  NOT_VALIDATED_NOTICE,
  type Raises,
  SCREEN_KINDS,
  type ScreenBasis,
  type ScreenFlag,
  type ScreenKind,
  type ScreenReason,
  type ScreenResult,
} from "./screening/screen-result.ts";
export {
  type InvariantId,
  loadScreeningPolicy,
  type PolicyProblem,
  PolicyRefused,
  ScreeningPolicy,
} from "./screening/screening-policy.ts";
export {
  Approver,
  CONTACT_FORMATS,
  ContactFormat,
  SafetyPlanPhase,
  SpecialistApproval,
} from "./screening/specialist-approval.ts";
export { standingConcerns, type StandingSetting } from "./screening/standing-concerns.ts";
