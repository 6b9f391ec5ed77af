import type { Calendar, CustodyEvent } from "@victim-rights/core";
import type { Ground, RuleId } from "@victim-rights/rules";
import type { NoticeDuty, NoticeWindow } from "./duty.ts";
import { type CountedWindow, intervalOf } from "./interval-of.ts";
import type { DutyGround } from "./notice-plan.ts";
import { type Clock, type GroundWindow, timingOf } from "./send-target.ts";

/** What a ground's window is counted with. */
export type Timekeeping = {
  readonly event: CustodyEvent;
  readonly calendar: Calendar;
  readonly clock: Clock;
  /** Rules that the agency's policy turned on. */
  readonly byPolicy: readonly RuleId[];
};

/** A duty that holds, with its window counted; or the event's field that is missing. */
export type TimedGround =
  | { readonly kind: "timed"; readonly ground: DutyGround }
  | { readonly kind: "no-anchor"; readonly field: string; readonly ground: Ground; readonly duty: NoticeDuty };

/** Counts a window, once for everybody whom the same event concerns. */
export const countWindow = (window: NoticeWindow, timekeeping: Timekeeping): CountedWindow => {
  const known = counted.get(timekeeping) ?? new Map<NoticeWindow, CountedWindow>();
  counted.set(timekeeping, known);
  const found = known.get(window) ?? intervalOf(window, timekeeping.event, timekeeping.calendar);
  known.set(window, found);
  return found;
};

/** What was counted stays as long as what it was counted with: one event in one plan. */
const counted = new WeakMap<Timekeeping, Map<NoticeWindow, CountedWindow>>();

/** Counts one ground's window. */
export const timeGround = (ground: Ground, duty: NoticeDuty, timekeeping: Timekeeping): TimedGround => {
  const { clock, byPolicy } = timekeeping;
  const window = countWindow(duty.window, timekeeping);
  if (window.kind === "no-anchor") return { kind: "no-anchor", field: window.field, ground, duty };
  const { interval, counting, symbolic } = window;
  const basis = ground.basis === "policy" || byPolicy.includes(ground.rule) ? "policy" : "law";
  return {
    kind: "timed",
    ground: { ground, duty, interval, counting, symbolic, timing: timingOf(interval, clock), basis },
  };
};

/** A timed ground as a window to find a moment for, with the windows of its other readings. */
export const windowOf = ({ ground, duty, interval }: DutyGround, timekeeping: Timekeeping): GroundWindow => ({
  rule: ground.rule,
  interval,
  otherReadings: duty.otherReadings.flatMap(({ reading, window }) => {
    const other = countWindow(window, timekeeping);
    return other.kind === "counted" ? [{ reading, interval: other.interval }] : [];
  }),
  prompt: isPrompt(duty.window),
});

/** The words of law that want a notice soon. */
export const PROMPT_TERMS: readonly string[] = ["promptly", "as-soon-as-practicable", "prompt-advance-if-possible"];

/** Whatever runs after an event without a number is wanted soon; before an event, only the words that say so. */
const isPrompt = (window: NoticeWindow): boolean =>
  window.kind === "after" || (window.kind === "before" && PROMPT_TERMS.includes(window.term));
