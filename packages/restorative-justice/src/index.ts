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
export {
  type Inventory,
  INVENTORY_ID,
  InventoryEvent,
  type InventoryQuestion,
  SCREENING,
} from "./screening/inventory/inventory.ts";
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
export { Actor, Side } from "./programme/actor.ts";
export type { CaseLog, ProgrammeCase } from "./programme/advance-case.ts";
export { LogBroken, type StoredLog } from "./programme/case-from-log.ts";
export type { ProgrammeCommand } from "./programme/command.ts";
export type { DangerPolicy, DangerWatch } from "./programme/danger.ts";
export { attendanceCertificate, type AttendanceCertificate, AttendedDay } from "./programme/attendance-certificate.ts";
export type { RecordLine } from "./programme/case-record.ts";
export {
  type AdvanceError,
  CaseEnded,
  ClockWentBack,
  CommandExistsWithDifferentContent,
  DangerComesFirst,
  GatesStop,
  SideMayNot,
  StepNotOpen,
} from "./programme/errors.ts";
export { failing, type GateId, type GateResult, worstOf } from "./programme/gate-result.ts";
export { ActorId, CaseId, CommandId, EvidenceRef } from "./programme/ids.ts";
export { type Machine, stepFrom, type Transition } from "./programme/machine.ts";
export { answerOffender, type OffenderAnswer } from "./programme/offender-answer.ts";
export { ProgrammeRule, ProgrammeRules } from "./programme/programme-rules.ts";
export { type CommandProblem, CommandUnreadable, readAtDoor } from "./programme/read-command.ts";
export type { VictimSideRefusal } from "./programme/victim-side-refusal.ts";
export { statusConsumerView, type StatusConsumerView } from "./programme/status-consumer-view.ts";
export { advanceLetter, letterFromLog, LETTER_RULES } from "./letter/advance-letter.ts";
export { answerAuthor, type AuthorAnswer } from "./letter/answer-author.ts";
export { dueFreezes } from "./letter/due-freezes.ts";
export {
  type AuthorSignal,
  type LetterCase,
  type LetterReading,
  type LetterReply,
  letterState,
  openLetter,
} from "./letter/letter-case.ts";
export { type LetterAct, LetterCommand, SubmitLetter } from "./letter/letter-command.ts";
export { LetterFacts, LetterOrderCheck, NO_LETTER_FACTS } from "./letter/letter-facts.ts";
export { LETTER_MACHINE, LETTER_OPEN_IN_DANGER } from "./letter/letter-machine.ts";
export { letterRefusalForVictim } from "./letter/letter-refusal.ts";
export { type LetterNotice, letterNotice } from "./letter/letter-notice.ts";
export { LetterPolicy, loadLetterPolicy, RetentionRule } from "./letter/letter-policy.ts";
export { LETTER_PROFILES, LetterProfile } from "./letter/letter-profile.ts";
export type { LetterSetting } from "./letter/letter-setting.ts";
export {
  DeliveryWay,
  FreezeGround,
  LetterOrigin,
  LetterStage,
  LetterState,
  RejectionCode,
} from "./letter/letter-state.ts";
export {
  type AuthorView,
  authorView,
  type LetterForVictim,
  programmeLetterView,
  victimLetterView,
} from "./letter/letter-views.ts";
export { advancePanel, panelFromLog, PANEL_RULES } from "./panel/advance-panel.ts";
export {
  AttendanceList,
  type AudienceCheck,
  checkAudience,
  OWN_CASE_GROUPS,
  OwnCase,
  PersonRef,
} from "./panel/audience.ts";
export { openPanelCase, type PanelCase } from "./panel/panel-case.ts";
export { OfferToSpeak, type PanelAct, PanelCommand, PanelSession } from "./panel/panel-command.ts";
export { NO_PANEL_FACTS, PanelFacts } from "./panel/panel-facts.ts";
export type { PanelSetting } from "./panel/panel-gates.ts";
export { refusalForSpeaker } from "./panel/refusal-for-speaker.ts";
export { PANEL_MACHINE, PANEL_OPEN_IN_DANGER } from "./panel/panel-machine.ts";
export { loadPanelPolicy, PanelPolicy } from "./panel/panel-policy.ts";
export {
  PANEL_PROFILES,
  PanelPlan,
  PanelProfile,
  type PanelShortfall,
  panelShortfalls,
  SpeakerPolicy,
} from "./panel/panel-profile.ts";
export { PanelState } from "./panel/panel-state.ts";
export {
  panelOffenderView,
  type PanelOffenderView,
  programmePanelView,
  speakerView,
  type SpeakerView,
} from "./panel/panel-views.ts";
export { advanceService, serviceFromLog, SERVICE_RULES } from "./service/advance-service.ts";
export { openService, type ServiceCase } from "./service/service-case.ts";
export { OrderService, type ServiceAct, ServiceCommand, ServiceKind } from "./service/service-command.ts";
export { NO_SERVICE_FACTS, ServiceFacts } from "./service/service-facts.ts";
export type { ServiceSetting } from "./service/service-gates.ts";
export { serviceRefusalForVictim } from "./service/service-refusal.ts";
export { SERVICE_MACHINE, SERVICE_OPEN_IN_DANGER } from "./service/service-machine.ts";
export { loadServicePolicy, ServicePolicy } from "./service/service-policy.ts";
export { ServiceState } from "./service/service-state.ts";
export {
  type OffenderServiceView,
  offenderServiceView,
  programmeServiceView,
  serviceCertificate,
  victimServiceView,
  type VictimServiceView,
} from "./service/service-views.ts";
export { Site, SiteId, VictimZones, ZoneKey } from "./service/site.ts";
export { Consent, ConsentPhase } from "./gate/consent.ts";
export { DialoguePolicy, loadDialoguePolicy } from "./gate/dialogue-policy.ts";
export { askGates, evaluateGates, type GateAsker } from "./gate/evaluate-gates.ts";
export type { GateCase, GateInput } from "./gate/fact-entry.ts";
export {
  DialogueCustodyStatus,
  type DialogueFacts,
  type DialogueScreening,
  Facilitator,
  GatePapers,
  NO_DIALOGUE_FACTS,
  OffenceKind,
  OrderCheck,
  Statement,
} from "./gate/gate-papers.ts";
export { GATE, GATE_IDS, GateEvent, type Gates, openGates } from "./gate/gates.ts";
export { readDialogueFacts, StatementsRefused } from "./gate/read-facts.ts";
export { DIALOGUE_FORMATS, DialogueFormat, DialogueRequest, Initiator, VictimSideInitiator } from "./gate/request.ts";
export {
  advanceDialogue,
  dialogueFromLog,
  type DialogueError,
  type DialogueSetting,
  gateInputOf,
} from "./dialogue/advance-dialogue.ts";
export { type DialogueCase, newDialogue } from "./dialogue/dialogue-case.ts";
export {
  Alternative,
  type DialogueAct,
  DialogueCommand,
  NotAcceptedReason,
  readDialogueCommand,
} from "./dialogue/dialogue-command.ts";
export { DIALOGUE_MACHINE, DIALOGUE_OPEN_IN_DANGER, FORWARD_ACTS } from "./dialogue/dialogue-machine.ts";
export { DIALOGUE_ENDS, DialogueState, isEnded } from "./dialogue/dialogue-state.ts";
export {
  fileInterest,
  InterestExistsWithDifferentContent,
  OffenderInterest,
  wantsToHearOfLaterAgreement,
} from "./dialogue/offender-interest.ts";
export { refusalForVictimSide } from "./dialogue/refusal-for-victim-side.ts";
export {
  offenderSideRecord,
  type OffenderSideReply,
  offenderSideView,
  type OffenderSideView,
  type OffenderSignal,
  replyToOffenderSide,
} from "./dialogue/view-offender-side.ts";
export { programmeView, type ProgrammeView } from "./dialogue/view-programme.ts";
export { type VictimSidePhase, type VictimSideView, victimSideView } from "./dialogue/view-victim-side.ts";
export {
  DIALOGUE_PROFILES,
  DialogueProfile,
  dialoguePolicyFrom,
  loadDialogueProfile,
} from "./gate/dialogue-profile.ts";
export { loadRestorativeJustice } from "./gate/load-restorative-justice.ts";
export {
  DialoguePoint,
  DialogueStatement,
  RESTORATIVE_JUSTICE_FILE,
  RestorativeJusticeFile,
  StateDialoguePolicy,
} from "./gate/restorative-justice-file.ts";
export {
  type AppendedStep,
  type AppendStep,
  type AppendStepError,
  type CaseKeeping,
  type CasePage,
  type CaseRef,
  type CasesAsked,
  CaseStore,
  type CommandOf,
  type KeptLog,
  type LineOf,
  type ProgrammeLogs,
  type ProgrammeName,
} from "./store/case-store.ts";
export { type CaseHead, checkStep } from "./store/check-step.ts";
export { StepOutOfPlace } from "./store/errors.ts";
export { inMemoryCaseStore } from "./store/in-memory-case-store.ts";
export { type Between, stepBetween } from "./store/step-between.ts";
export {
  type DisclosureAsked,
  type DisclosureGround,
  type DisclosurePapers,
  DisclosureRefused,
  mayDisclose,
} from "./disclosure/may-disclose.ts";
export { type DirectoryAsked, missingPeerForms, PeerForm, SignedPeerForm } from "./disclosure/peer-directory.ts";
export { DataForm, DisclosureMandate, Release, VictimDataKind } from "./disclosure/release.ts";
