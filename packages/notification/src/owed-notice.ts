import { compareText } from "./compare-text.ts";
import { ContentItem, StatedRight } from "./duty.ts";
import { type GroundGroup, permittedMethods, type PermittedMethods } from "./group-grounds.ts";
import { compareByClosing, intersect, isEmpty, UNBOUNDED } from "./legal-interval.ts";
import type { Recipient } from "./merge-registrations.ts";
import type { DutyGround, LegalInterval, OwedNotice, Pair, SendTarget, Timing } from "./notice-plan.ts";
import { rankMethods } from "./rank-methods.ts";
import { type ChosenMoment, chooseMoments } from "./send-target.ts";
import { appliesTo, describeTarget, serviceBy, type ServiceTarget } from "./service-policy.ts";
import { type Timekeeping, windowOf } from "./time-ground.ts";

/** What the windows of a notice are counted with, and the moments that the agency has set itself. */
export type NoticeTimes = { readonly timekeeping: Timekeeping; readonly serviceTargets: readonly ServiceTarget[] };

/** What of a notice does not depend on whom it goes to: made once for an event and the grounds that hold. */
export type NoticeParts = Omit<OwedNotice, "id" | "methods" | "methodProblem"> & {
  readonly permitted: PermittedMethods;
};

/** Puts together what one duty-bearer owes everybody for whom these grounds hold. */
export const noticeParts = ({ bearers, grounds }: GroundGroup, times: NoticeTimes): NoticeParts => {
  const targets = targetsOf(grounds, times);
  return {
    permitted: permittedMethods(grounds.map(({ duty }) => duty)),
    dutyBearers: bearers,
    grounds,
    interval: commonInterval(grounds),
    targets,
    timing: timingOfNotice(grounds, targets, times),
    ifMissed: [...new Set(grounds.map(({ duty }) => duty.ifMissed))].toSorted(),
    content: ContentItem.options.filter((item) => grounds.some(({ duty }) => duty.content.includes(item))),
    rights: StatedRight.options.filter((right) => grounds.some(({ duty }) => duty.rights.includes(right))),
  };
};

/** The notice that a person is owed, with the ways to reach them. */
export const owedNotice = (parts: NoticeParts, pair: Pair, { contacts, safeContacts }: Recipient): OwedNotice => {
  const { legal, conflict } = parts.permitted;
  const { methods, problem } = rankMethods({ contacts, safeContacts, legal });
  return {
    id: noticeId(pair, parts.dutyBearers),
    dutyBearers: parts.dutyBearers,
    grounds: parts.grounds,
    interval: parts.interval,
    targets: parts.targets,
    timing: parts.timing,
    ifMissed: parts.ifMissed,
    methods,
    methodProblem: conflict ?? problem,
    content: parts.content,
    rights: parts.rights,
  };
};

/** Stable over runs, so that a notice planned twice is recognised. */
const noticeId = (
  { jurisdiction, personId, supervisedPersonId, eventId, revision }: Pair,
  bearers: readonly string[],
): string =>
  [jurisdiction, personId, supervisedPersonId, eventId, `r${revision}`, bearers.join("+")]
    .map(encodeURIComponent)
    .join("/");

const commonInterval = (grounds: GroundGroup["grounds"]): LegalInterval => {
  const common = grounds.reduce((all, { interval }) => intersect(all, interval), UNBOUNDED);
  if (!isEmpty(common)) return common;
  return grounds.map(({ interval }) => interval).toSorted(compareByClosing)[0] ?? UNBOUNDED;
};

const timingOfNotice = (
  grounds: readonly DutyGround[],
  [first]: OwedNotice["targets"],
  { timekeeping }: NoticeTimes,
): Timing => {
  const missed = (["late", "impossible"] as const).find((timing) => grounds.some((ground) => ground.timing === timing));
  return missed ?? (first.at > timekeeping.clock.now ? "not-yet" : "open");
};

const targetsOf = (grounds: GroundGroup["grounds"], times: NoticeTimes): OwedNotice["targets"] => {
  const { timekeeping } = times;
  const moments = chooseMoments(
    grounds.map((ground) => windowOf(ground, timekeeping)),
    timekeeping.clock,
  );
  const [first, ...rest] = moments.map((moment) => withPolicy(moment, grounds, times));
  // Every ground is met by some moment, so the list is never empty; sending at once is the safe answer if it were.
  return [
    first ?? { at: timekeeping.clock.now, by: null, basis: "law", policy: null, meets: [], why: "send at once" },
    ...rest,
  ];
};

const withPolicy = (moment: ChosenMoment, grounds: readonly DutyGround[], times: NoticeTimes): SendTarget => {
  const lawful: SendTarget = { ...moment, basis: "law", policy: null, why: moment.why.join("; ") };
  const soonest = serviceMoments(moment, grounds, times)[0];
  if (soonest === undefined || (moment.by !== null && soonest.by >= moment.by)) return lawful;
  const missed = soonest.by < moment.at ? [`the service target of ${soonest.by} has passed`] : [];
  return {
    ...lawful,
    by: soonest.by < moment.at ? moment.at : soonest.by,
    basis: "policy",
    policy: describeTarget(soonest.target),
    why: [...moment.why, ...missed].join("; "),
  };
};

type ServiceMoment = { readonly target: ServiceTarget; readonly by: SendTarget["at"] };

/** The agency's own targets for the grounds a moment meets, the soonest first. */
const serviceMoments = (
  { at, meets }: ChosenMoment,
  grounds: readonly DutyGround[],
  times: NoticeTimes,
): readonly ServiceMoment[] => {
  const { event, calendar, clock } = times.timekeeping;
  const served = grounds
    .filter(({ ground }) => meets.includes(ground.rule))
    .map(({ ground, symbolic }) => ({ rule: ground.rule, event: event.kind, symbolic }));
  return times.serviceTargets
    .filter((target) => served.some((each) => appliesTo(target, each)))
    .map((target) => ({ target, by: serviceBy(target, clock.recordedAt ?? at, calendar) }))
    .toSorted((a, b) => compareText(a.by, b.by) || compareText(a.target.id, b.target.id));
};
