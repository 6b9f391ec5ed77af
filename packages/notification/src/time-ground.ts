import type { Calendar, CustodyEvent } from "@victim-rights/core";
import type { Ground, RuleId } from "@victim-rights/rules";
import type { NoticeDuty, NoticeWindow } from "./duty.ts";
import { intervalOf } from "./interval-of.ts";
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

/** Counts one ground's window. */
export const timeGround = (
  ground: Ground,
  duty: NoticeDuty,
  { event, calendar, clock, byPolicy }: Timekeeping,
): TimedGround => {
  const window = intervalOf(duty.window, event, calendar);
  if (window.kind === "no-anchor") return { kind: "no-anchor", field: window.field, ground, duty };
  const { interval, counting, symbolic } = window;
  const basis = ground.basis === "policy" || byPolicy.includes(ground.rule) ? "policy" : "law";
  return {
    kind: "timed",
    ground: { ground, duty, interval, counting, symbolic, timing: timingOf(interval, clock), basis },
  };
};

/** A timed ground as a window to find a moment for, with the windows of its other readings. */
export const windowOf = ({ ground, duty, interval }: DutyGround, { event, calendar }: Timekeeping): GroundWindow => ({
  rule: ground.rule,
  interval,
  otherReadings: duty.otherReadings.flatMap(({ reading, window }) => {
    const other = intervalOf(window, event, calendar);
    return other.kind === "counted" ? [{ reading, interval: other.interval }] : [];
  }),
  prompt: isPrompt(duty.window),
});

/** The words of law that want a notice soon. */
export const PROMPT_TERMS: readonly string[] = ["promptly", "as-soon-as-practicable", "prompt-advance-if-possible"];

/** Whatever runs after an event without a number is wanted soon; before an event, only the words that say so. */
const isPrompt = (window: NoticeWindow): boolean =>
  window.kind === "after" || (window.kind === "before" && PROMPT_TERMS.includes(window.term));
