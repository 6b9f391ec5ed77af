import type { Instant } from "@victim-rights/core";
import type { RuleId } from "@victim-rights/rules";
import { compareByClosing, contains, intersect, isEmpty } from "./legal-interval.ts";
import type { LegalInterval, Timing } from "./notice-plan.ts";

/** The window of one ground, with those of the provision's other readings. */
export type GroundWindow = {
  readonly rule: RuleId;
  readonly interval: LegalInterval;
  readonly otherReadings: readonly { readonly reading: string; readonly interval: LegalInterval }[];
  /** The law's word asks for the notice as soon as it can be made: it is never held back to be sent with another. */
  readonly prompt: boolean;
};

/** What was known when: `recordedAt` is when the event entered the record, if anyone noted it. */
export type Clock = { readonly now: Instant; readonly recordedAt: Instant | null };

/** One moment to send, the windows it meets, and the last moment that still meets them all. */
export type ChosenMoment = {
  readonly at: Instant;
  readonly by: Instant | null;
  readonly meets: readonly RuleId[];
  readonly why: readonly string[];
};

/** Where a window stands at `now`: closed before anyone recorded the event, it could never be met. */
export const timingOf = ({ opens, closes }: LegalInterval, { now, recordedAt }: Clock): Timing => {
  if (closes !== null && closes <= now) return recordedAt !== null && closes <= recordedAt ? "impossible" : "late";
  return opens !== null && opens > now ? "not-yet" : "open";
};

/**
 * The fewest moments, each the earliest possible, that together meet every window still open, in order of time.
 * A reading that can be met together with its own window narrows it; windows that have closed are met at once, late.
 */
export const chooseMoments = (windows: readonly GroundWindow[], clock: Clock): readonly ChosenMoment[] => {
  const { now } = clock;
  const closed = windows.filter(({ interval }) => interval.closes !== null && interval.closes <= now);
  const live = windows.filter((window) => !closed.includes(window)).map((window) => narrow(window, now));
  const chosen = [...stabPrompt(live)];
  const met = new Set(chosen.flatMap(({ meets }) => meets));
  chosen.push(...stab(live.filter(({ rule }) => !met.has(rule))));
  return addLate(chosen, closed, clock).toSorted((a, b) => (a.at < b.at ? -1 : 1));
};

/** A window from `now` on, cut to those of its readings that one moment can still meet. */
type LiveWindow = {
  readonly rule: RuleId;
  readonly opens: Instant;
  readonly closes: Instant | null;
  readonly prompt: boolean;
  readonly why: readonly string[];
};

const narrow = ({ rule, interval, otherReadings, prompt }: GroundWindow, now: Instant): LiveWindow => {
  let kept = intersect(interval, { opens: now, closes: null });
  const why: string[] = [];
  for (const { reading, interval: other } of otherReadings) {
    const both = intersect(kept, other);
    const met = !isEmpty(both);
    if (met) kept = both;
    why.push(met ? `also meets ${rule} read as: ${reading}` : `no moment left meets ${rule} read as: ${reading}`);
  }
  return { rule, opens: kept.opens ?? now, closes: kept.closes, prompt, why };
};

/** Prompt windows are met at their own first moment, and whatever else is open then goes along. */
const stabPrompt = (live: readonly LiveWindow[]): readonly ChosenMoment[] => {
  const moments = [...new Set(live.filter(({ prompt }) => prompt).map(({ opens }) => opens))].toSorted();
  const left = new Set(live);
  return moments.flatMap((at) => {
    const group = [...left].filter((window) => (window.prompt ? window.opens === at : contains(window, at)));
    for (const window of group) left.delete(window);
    return group.length === 0 ? [] : [momentFor(group, at)];
  });
};

/** The window that closes first takes along every window that opens before it closes; they all share the latest opening. */
const stab = (live: readonly LiveWindow[]): readonly ChosenMoment[] => {
  const chosen: ChosenMoment[] = [];
  let left = live.toSorted(compareByClosing);
  for (let [first] = left; first !== undefined; [first] = left) {
    const { closes } = first;
    const group = left.filter(({ opens }) => closes === null || opens < closes);
    chosen.push(
      momentFor(
        group,
        latestOf(
          group.map(({ opens }) => opens),
          first.opens,
        ),
      ),
    );
    left = left.filter((window) => !group.includes(window));
  }
  return chosen;
};

const latestOf = (moments: readonly Instant[], start: Instant): Instant =>
  moments.reduce((latest, each) => (each > latest ? each : latest), start);

const momentFor = (group: readonly LiveWindow[], at: Instant): ChosenMoment => {
  const [first, ...rest] = group.flatMap(({ closes }) => (closes === null ? [] : [closes]));
  return {
    at,
    by: first === undefined ? null : rest.reduce((soonest, each) => (each < soonest ? each : soonest), first),
    meets: group.map(({ rule }) => rule).toSorted(),
    why: [
      `the earliest moment inside every window of ${group
        .map(({ rule }) => rule)
        .toSorted()
        .join(", ")}`,
      ...group.flatMap(({ why }) => why),
    ],
  };
};

/** What is late goes out at once: with a notice that is due now anyway, or on its own. */
const addLate = (
  chosen: readonly ChosenMoment[],
  closed: readonly GroundWindow[],
  clock: Clock,
): readonly ChosenMoment[] => {
  if (closed.length === 0) return chosen;
  const why = closed.map(
    ({ rule, interval }) =>
      `${rule}: the window closed at ${interval.closes ?? ""} (${timingOf(interval, clock)}); send at once`,
  );
  if (!chosen.some(({ at }) => at === clock.now)) return [{ at: clock.now, by: null, meets: [], why }, ...chosen];
  return chosen.map((moment) => (moment.at === clock.now ? { ...moment, why: [...moment.why, ...why] } : moment));
};
