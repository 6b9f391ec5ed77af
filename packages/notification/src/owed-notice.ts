import { compareText } from "./compare-text.ts";
import { ContentItem, StatedRight } from "./duty.ts";
import { type GroundGroup, permittedMethods } from "./group-grounds.ts";
import { compareByClosing, intersect, isEmpty, UNBOUNDED } from "./legal-interval.ts";
import type { Recipient } from "./merge-registrations.ts";
import type { DutyGround, LegalInterval, OwedNotice, Pair, SendTarget, Timing } from "./notice-plan.ts";
import { rankMethods } from "./rank-methods.ts";
import { type ChosenMoment, chooseMoments } from "./send-target.ts";
import { appliesTo, describeTarget, serviceBy, type ServiceTarget } from "./service-policy.ts";
import { type Timekeeping, windowOf } from "./time-ground.ts";

export type NoticeInput = {
  readonly pair: Pair;
  readonly recipient: Recipient;
  readonly timekeeping: Timekeeping;
  readonly serviceTargets: readonly ServiceTarget[];
};

/** Puts one notice together from the grounds that one duty-bearer can satisfy with it. */
export const owedNotice = ({ bearers, grounds }: GroundGroup, input: NoticeInput): OwedNotice => {
  const { legal, conflict } = permittedMethods(grounds.map(({ duty }) => duty));
  const { contacts, safeContacts } = input.recipient;
  const { methods, problem } = rankMethods({ contacts, safeContacts, legal });
  const targets = targetsOf(grounds, input);
  return {
    id: noticeId(input.pair, bearers),
    dutyBearers: bearers,
    grounds,
    interval: commonInterval(grounds),
    targets,
    timing: timingOfNotice(grounds, targets, input),
    ifMissed: [...new Set(grounds.map(({ duty }) => duty.ifMissed))].toSorted(),
    methods,
    methodProblem: conflict ?? problem,
    content: ContentItem.options.filter((item) => grounds.some(({ duty }) => duty.content.includes(item))),
    rights: StatedRight.options.filter((right) => grounds.some(({ duty }) => duty.rights.includes(right))),
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
  { timekeeping }: NoticeInput,
): Timing => {
  const missed = (["late", "impossible"] as const).find((timing) => grounds.some((ground) => ground.timing === timing));
  return missed ?? (first.at > timekeeping.clock.now ? "not-yet" : "open");
};

const targetsOf = (grounds: GroundGroup["grounds"], input: NoticeInput): OwedNotice["targets"] => {
  const { timekeeping } = input;
  const moments = chooseMoments(
    grounds.map((ground) => windowOf(ground, timekeeping)),
    timekeeping.clock,
  );
  const [first, ...rest] = moments.map((moment) => withPolicy(moment, grounds, input));
  // Every ground is met by some moment, so the list is never empty; sending at once is the safe answer if it were.
  return [
    first ?? { at: timekeeping.clock.now, by: null, basis: "law", policy: null, meets: [], why: "send at once" },
    ...rest,
  ];
};

const withPolicy = (moment: ChosenMoment, grounds: readonly DutyGround[], input: NoticeInput): SendTarget => {
  const lawful: SendTarget = { ...moment, basis: "law", policy: null, why: moment.why.join("; ") };
  const soonest = serviceMoments(moment, grounds, input)[0];
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
  input: NoticeInput,
): readonly ServiceMoment[] => {
  const { event, calendar, clock } = input.timekeeping;
  const served = grounds
    .filter(({ ground }) => meets.includes(ground.rule))
    .map(({ ground, symbolic }) => ({ rule: ground.rule, event: event.kind, symbolic }));
  return input.serviceTargets
    .filter((target) => served.some((each) => appliesTo(target, each)))
    .map((target) => ({ target, by: serviceBy(target, clock.recordedAt ?? at, calendar) }))
    .toSorted((a, b) => compareText(a.by, b.by) || compareText(a.target.id, b.target.id));
};
