import {
  addHours,
  type Calendar,
  countBackward,
  type CountedDay,
  countForward,
  type CustodyEvent,
  endOfDay,
  type Instant,
  localDateIn,
  localTimeIn,
  startOfDay,
  type ZoneId,
} from "@victim-rights/core";
import { anchorField, type AnchorMoment, anchorMoment } from "./anchor-moment.ts";
import type { NoticeWindow } from "./duty.ts";
import { earlier, isEmpty, UNBOUNDED } from "./legal-interval.ts";
import type { LegalInterval } from "./notice-plan.ts";

/** A window as moments, with how they were counted; or the event field that is missing and without which it cannot be. */
export type CountedWindow =
  | {
      readonly kind: "counted";
      readonly interval: LegalInterval;
      readonly counting: readonly string[];
      readonly symbolic: string | null;
    }
  | { readonly kind: "no-anchor"; readonly field: string };

/**
 * Counts a notice window from an event, in the agency's zone and by the state's own way of counting days.
 * A day counts to its last moment. Hours are elapsed time, whatever the clocks do. A symbolic window gets no number.
 * A window that runs after an event whose time nobody recorded, and to which the law gives no number, is open now.
 */
export const intervalOf = (window: NoticeWindow, event: CustodyEvent, calendar: Calendar): CountedWindow => {
  const anchor = anchorMoment(event, window.anchor, calendar);
  if (isOpenEnded(window)) return openEnded(window, anchor);
  if (anchor === null) return { kind: "no-anchor", field: anchorField(window.anchor) };
  switch (window.kind) {
    case "at-least-before":
      return counted(anchor, latestBefore(window, anchor, calendar));
    case "not-earlier-than-before":
      return counted(anchor, lastSpanBefore(window, anchor, calendar));
    case "within-after":
      return counted(anchor, spanAfter(window, anchor, calendar));
    case "before":
      return symbolic(window.term, anchor, { opens: null, closes: anchor.at });
  }
};

type Counted = { readonly interval: LegalInterval; readonly counting: readonly string[] };
type CountedKind = Extract<NoticeWindow, { amount: number }>;

type OpenEndedWindow =
  | Extract<NoticeWindow, { kind: "after" }>
  | (Extract<NoticeWindow, { kind: "before" }> & { readonly anchor: "occurrence" });

/** A window that no moment closes: after an event without a number, or in advance *if possible* of what has already happened. */
const isOpenEnded = (window: NoticeWindow): window is OpenEndedWindow =>
  window.kind === "after" ||
  (window.kind === "before" && window.anchor === "occurrence" && window.term === "prompt-advance-if-possible");

const openEnded = (window: OpenEndedWindow, anchor: AnchorMoment | null): CountedWindow => {
  if (window.kind === "after" && anchor !== null)
    return symbolic(window.term, anchor, { opens: anchor.at, closes: null });
  const words = `the law says \`${window.term}\` and gives no number`;
  const why =
    anchor === null
      ? `the record has no \`${anchorField(window.anchor)}\` date`
      : `it happened on ${anchor.date}: advance notice is no longer possible`;
  return { kind: "counted", interval: UNBOUNDED, counting: [words, why], symbolic: window.term };
};

const counted = (anchor: AnchorMoment, { interval, counting }: Counted): CountedWindow => ({
  kind: "counted",
  interval,
  counting: [...counting, ...anchor.notes],
  symbolic: null,
});

const symbolic = (term: string, anchor: AnchorMoment, interval: LegalInterval): CountedWindow => ({
  kind: "counted",
  interval,
  counting: [`the law says \`${term}\` and gives no number`, ...anchor.notes],
  symbolic: term,
});

/** A notice sent on the last day still counts: the interval closes when that day ends. */
const latestBefore = (window: CountedKind, anchor: AnchorMoment, calendar: Calendar): Counted => {
  if (window.unit === "hour") {
    const closes = addHours(anchor.at, -window.amount);
    return {
      interval: { opens: null, closes },
      counting: [hours(window, "before", { from: anchor.at, to: closes, zone: calendar.zone })],
    };
  }
  const day = countBackward(calendar, { from: anchor.date, amount: window.amount, unit: window.unit });
  // A law that counts the day of the event could otherwise close after the event has begun.
  const closes = earlier(endOfDay(day.date, calendar.zone), anchor.at);
  return { interval: { opens: null, closes }, counting: days(day) };
};

/** Opens on the later of two dates where a holiday is in doubt: a notice made then is inside the window either way. */
const lastSpanBefore = (window: CountedKind, anchor: AnchorMoment, calendar: Calendar): Counted => {
  if (window.unit === "hour") {
    const opens = addHours(anchor.at, -window.amount);
    return {
      interval: { opens, closes: anchor.at },
      counting: [hours(window, "before", { from: anchor.at, to: opens, zone: calendar.zone })],
    };
  }
  const day = countBackward(calendar, { from: anchor.date, amount: window.amount, unit: window.unit });
  const opens = startOfDay(day.alternative?.date ?? day.date, calendar.zone);
  const interval = { opens, closes: anchor.at };
  return { interval: isEmpty(interval) ? { opens: null, closes: anchor.at } : interval, counting: days(day) };
};

const spanAfter = (window: CountedKind, anchor: AnchorMoment, calendar: Calendar): Counted => {
  if (window.unit === "hour") {
    const closes = addHours(anchor.at, window.amount);
    return {
      interval: { opens: anchor.at, closes },
      counting: [hours(window, "after", { from: anchor.at, to: closes, zone: calendar.zone })],
    };
  }
  const day = countForward(calendar, { from: anchor.date, amount: window.amount, unit: window.unit });
  return { interval: { opens: anchor.at, closes: endOfDay(day.date, calendar.zone) }, counting: days(day) };
};

type Side = "before" | "after";

const amountOf = ({ amount, unit }: CountedKind): string =>
  `${amount} ${unit.replace("-", " ")}${amount === 1 ? "" : "s"}`;

type Span = { readonly from: Instant; readonly to: Instant; readonly zone: ZoneId };

/** Told on the agency's own clock; the hours are elapsed time, so a clock change between the two shows. */
const hours = (window: CountedKind, side: Side, { from, to, zone }: Span): string =>
  `${amountOf(window)} ${side} ${onTheClock(from, zone)} is ${onTheClock(to, zone)}`;

const onTheClock = (instant: Instant, zone: ZoneId): string =>
  `${localDateIn(instant, zone)} ${localTimeIn(instant, zone)}`;

/** The calendar's own words, first to last. */
const days = ({ steps, alternative }: CountedDay): readonly string[] => [
  ...steps,
  ...(alternative === undefined ? [] : [`or ${alternative.date}: ${alternative.because}`]),
];
