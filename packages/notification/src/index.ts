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
