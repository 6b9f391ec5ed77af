import type { CustodyEvent, Instant, LocalDate, Offense, SupervisedPersonId } from "@victim-rights/core";
import type { Ground, Law, RuleId } from "@victim-rights/rules";
import { invariant } from "@victim-rights/core";
import type { NoticeDuty } from "./duty.ts";
import type { EventRevision } from "./event-history.ts";
import type { LawOfDay } from "./law-of-day.ts";
import type { Recipient } from "./merge-registrations.ts";
import type { Pair } from "./notice-plan.ts";
import type { ServiceTarget } from "./service-policy.ts";
import type { Timekeeping } from "./time-ground.ts";

/** What every pair of one plan shares. */
export type PlanContext = {
  readonly law: Law;
  readonly lawOn: (day: LocalDate) => LawOfDay;
  readonly offensesOf: (supervisedPersonId: SupervisedPersonId) => readonly Offense[];
  readonly historyOf: (supervisedPersonId: SupervisedPersonId) => readonly CustodyEvent[];
  readonly now: Instant;
  /** `now` as a day in the agency's zone. */
  readonly today: LocalDate;
  readonly serviceTargets: readonly ServiceTarget[];
  readonly byPolicy: readonly RuleId[];
  /** Those of the events that somebody was planned for. */
  readonly timekeepings: Map<CustodyEvent, Timekeeping>;
};

/** One person and one revision of one event, with the law of its day. */
export type PairInput = {
  readonly context: PlanContext;
  readonly recipient: Recipient;
  readonly revision: EventRevision;
  readonly pair: Pair;
  readonly day: LawOfDay;
};

/** What the windows of a pair are counted with: one for an event, so that what is counted for one person is there for the next. */
export const timekeepingOf = ({ context, revision: { event } }: PairInput): Timekeeping => {
  const found = context.timekeepings.get(event) ?? {
    event,
    calendar: context.law.profile.calendar,
    clock: { now: context.now, recordedAt: event.recordedAt },
    byPolicy: context.byPolicy,
  };
  context.timekeepings.set(event, found);
  return found;
};

/** A ground's duty: every rule in force was read when the law was compiled. */
export const dutyOf = ({ rule }: Ground, { duties }: LawOfDay): NoticeDuty => {
  const duty = duties.get(rule);
  invariant(duty !== undefined, "every grant of the notice question states a duty");
  return duty;
};
