export { createPlanner, type Planner, type PlannerInput } from "./create-planner.ts";
export {
  Anchor,
  ContentItem,
  DutyBearer,
  IfMissed,
  NOTICE_OWED,
  NoticeDuty,
  NoticeWindow,
  ServiceMethod,
  StatedRight,
} from "./duty.ts";
export { DutyMalformed, type PlannerError, RecordsOfOtherJurisdiction } from "./errors.ts";
export { type CountedWindow, intervalOf } from "./interval-of.ts";
export { NOTICE_QUESTION } from "./law-of-day.ts";
export type {
  Disposition,
  DutyGround,
  LegalInterval,
  NeedsPerson,
  NeedsPersonCause,
  NoticePlan,
  NotOwed,
  NotOwedReason,
  Owed,
  OwedNotice,
  Pair,
  PlanCounts,
  RankedMethod,
  SendTarget,
  Timing,
} from "./notice-plan.ts";
export { planNotices, type PlanInput } from "./plan-notices.ts";
export { ServicePolicy, ServiceTarget } from "./service-policy.ts";
export type { NoticeDetails, NoticeForm, RenderedNotice } from "./wording/notice-details.ts";
export { renderNotice } from "./wording/render-notice.ts";
export { MissingContent, UnresolvedPlaceholder, type WordingError } from "./wording/wording-error.ts";
export { commandOfNext, type NextStated } from "./delivery-policy/command-of-next.ts";
export type { ContactOption } from "./delivery-policy/contact-option.ts";
export { CollisionRule, DeliveryPolicy, RetryCadence, Urgency } from "./delivery-policy/delivery-policy.ts";
export {
  type AttemptNext,
  nextAttempt,
  type NextAttempt,
  type NextAttemptInput,
  type PersonNext,
} from "./delivery-policy/next-attempt.ts";
export { urgencyOf } from "./delivery-policy/urgency-of.ts";
export { type Advanced, advanceObligation } from "./obligation/advance-obligation.ts";
export type { ClosingEvidence, Standing } from "./obligation/closing-evidence.ts";
export { type ComplianceLine, complianceReport } from "./obligation/compliance-report.ts";
export { type CorrectionAsked, correctionOf, falseNotice, NothingWasSent } from "./obligation/correction-of.ts";
export {
  AttemptNotAsScheduled,
  ClockWentBack,
  CommandExistsWithDifferentContent,
  EvidenceDoesNotFit,
  type Misfit,
  type ObligationError,
  RoleMayNot,
  SafeContactNotChecked,
  StepNotPossible,
} from "./obligation/errors.ts";
export {
  ChannelFailure,
  Confirmation,
  ConfirmedByPerson,
  CorrectionOwed,
  DecisionAuthority,
  DeliveryAccepted,
  DeliveryReceipt,
  DocumentedSearch,
  EventWithdrawn,
  Evidence,
  LawfulDecline,
  NoUsableContact,
  PersonDecision,
  ReturnedMail,
  ReturnReceipt,
  StaffCall,
  SupersededByRevision,
  Undeliverability,
} from "./obligation/evidence.ts";
export { applyEntry, foldEntries } from "./obligation/fold-entries.ts";
export {
  ContactRef,
  NoticeActorId,
  NoticeCommandId,
  ObligationId,
  PersonTaskId,
  ReasonCode,
  RecordRef,
} from "./obligation/ids.ts";
export { NoticeActor, NoticeRole } from "./obligation/notice-actor.ts";
export {
  type AttemptOutcome,
  type ClosedObligation,
  isOpen,
  mayHaveBeenReceived,
  type NoticeAttempt,
  type Obligation,
  type OpenObligation,
  type ScheduledAttempt,
} from "./obligation/obligation.ts";
export { type CommandTo, type ObligationAct, ObligationCommand } from "./obligation/obligation-command.ts";
export { AdvancedEntry, ObligationEntry, OpenedEntry } from "./obligation/obligation-entry.ts";
export {
  OBLIGATION_MACHINE,
  type ObligationStep,
  possibleFrom,
  printObligationMachine,
} from "./obligation/obligation-machine.ts";
export { ClosedState, ObligationState, OpenState } from "./obligation/obligation-state.ts";
export {
  CorrectionLink,
  NoticeSubject,
  ObligationDeadline,
  ObligationGround,
  ObligationTerms,
  ProofNeeded,
} from "./obligation/obligation-terms.ts";
export { openObligations, type OpeningInput, type Openings } from "./obligation/open-obligations.ts";
export { PersonTask } from "./obligation/person-task.ts";
export { ObligationCommandUnreadable, readObligationCommand } from "./obligation/read-command.ts";
export { SearchStep } from "./obligation/search-step.ts";
export { AuditFact } from "./store/audit-fact.ts";
export { dueAt } from "./store/due-at.ts";
export type {
  DecideHold,
  EventStanding,
  FeedBatch,
  FeedOutline,
  FeedPageAsked,
  HeardFeed,
  HoldDecided,
  HoldOutline,
  KeptEvent,
  KeyedEvent,
} from "./store/feed-records.ts";
export { admitEvents, decideFeedHold, type FeedState, type HoldFound, newFeed } from "./store/feed-state.ts";
export { type DecideHoldError, FeedStore, type FeedStoreShape } from "./store/feed-store.ts";
export { ObligationStore, type ObligationStoreShape } from "./store/obligation-store.ts";
export {
  type AdvanceError,
  AttemptNotClaimed,
  AttemptNotOpen,
  type ClaimError,
  ObligationNotFound,
  PersonTaskNotFound,
  type RecordEventError,
  type SettleError,
  type SettleTaskError,
} from "./store/store-errors.ts";
export type {
  AttemptClaim,
  AttemptKey,
  ClaimAnswer,
  DueAsked,
  EventBatch,
  KeyedBatch,
  ObligationAdvance,
  Page,
  PageAsked,
  PersonAsked,
  RecordedEvent,
  SendResult,
  StoredObligation,
  StoredTask,
  StoreSequence,
  TaskAnswer,
  UnsettledAsked,
} from "./store/store-records.ts";
export { advanceWatch, type WatchAdvanced } from "./watch/advance-watch.ts";
export {
  type CustodyLink,
  isConcerned,
  startWatch,
  type Watch,
  watchesConcerned,
  type WatchStart,
} from "./watch/watch.ts";
export { WatchCommand, WatchEnd } from "./watch/watch-command.ts";
export { LinkUnknown, WatchEnded, type WatchError, WatchRoleMayNot } from "./watch/watch-errors.ts";
export { WatchId } from "./watch/watch-id.ts";
export {
  admitBatch,
  type Admission,
  bulkGuard,
  type BulkGuard,
  type BulkHold,
  type FeedChange,
  type HoldDecision,
  settleHold,
} from "./guard/bulk-guard.ts";
export { HoldNeedsPerson, HoldNotOpen } from "./guard/errors.ts";
export { FeedId } from "./guard/feed-id.ts";
export {
  dataAge,
  type DataAge,
  type FeedBeat,
  hearFeed,
  type SilenceAlarm,
  silenceAlarms,
} from "./guard/feed-silence.ts";
export { BulkLimit, GuardPolicy, QueueOwner, SilenceLimit } from "./guard/guard-policy.ts";
export { mostUrgentFirst, type QueuedTask, queuedTasks } from "./guard/precondition-queue.ts";
export { reconcile, type ReconcileInput, type Reconciliation } from "./guard/reconcile.ts";
export { compareSnapshots, type CustodySnapshot, type SnapshotDifference } from "./guard/snapshot-difference.ts";
