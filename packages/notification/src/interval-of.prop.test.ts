import { test as property } from "@fast-check/vitest";
import {
  addDays,
  addHours,
  type CustodyEvent,
  endOfDay,
  type Instant,
  isWorkingDay,
  type LocalDate,
  LocalTime,
  localDateIn,
  MIDNIGHT,
  startOfDay,
  toInstant,
} from "@victim-rights/core";
import { describe, expect } from "vitest";
import { XX_YY } from "../test/xx-yy.ts";
import type { NoticeWindow } from "./duty.ts";
import { intervalOf } from "./interval-of.ts";
import { contains } from "./legal-interval.ts";
import type { LegalInterval } from "./notice-plan.ts";
import { arbitraryEvent, arbitraryNoticeWindow } from "./testing.ts";

// Every holiday known for certain, so that there is one answer to compare.
const calendar = { ...XX_YY.profile.calendar, holidays: XX_YY.profile.calendar.holidays.slice(0, 1) };
const { zone } = calendar;

type Counted = Extract<NoticeWindow, { amount: number }>;

const momentOf = (
  event: CustodyEvent,
  { anchor }: Counted,
): { readonly date: LocalDate; readonly at: Instant } | null => {
  const moment = anchor === "occurrence" ? event.occurred : event.scheduled;
  return moment === null
    ? null
    : {
        date: moment.date,
        at: toInstant(moment.date, moment.time === null ? MIDNIGHT : LocalTime.parse(moment.time), zone).instant,
      };
};

type From = { readonly date: LocalDate; readonly at: Instant };

/** The slow twin: walks from the event one hour or one day at a time, and ticks off the ones that count. */
const walk = (window: Counted, from: From): LegalInterval => {
  const step = window.kind === "within-after" ? 1 : -1;
  const [first, last] = window.unit === "hour" ? walkHours(window, from, step) : walkDays(window, from, step);
  if (window.kind === "at-least-before") return { opens: null, closes: last };
  return window.kind === "within-after" ? { opens: from.at, closes: last } : { opens: first, closes: from.at };
};

const walkHours = ({ amount }: Counted, { at }: From, step: number): readonly [Instant, Instant] => {
  let reached = at;
  for (let left = amount; left > 0; left -= 1) reached = addHours(reached, step);
  return [reached, reached];
};

const walkDays = ({ amount, unit }: Counted, { date }: From, step: number): readonly [Instant, Instant] => {
  let reached = date;
  for (let left = amount; left > 0;) {
    reached = addDays(reached, step);
    if (unit === "calendar-day" || isWorkingDay(calendar, reached)) left -= 1;
  }
  return [startOfDay(reached, zone), endOfDay(reached, zone)];
};

const event = arbitraryEvent(XX_YY, ["parole-hearing-scheduled"]);
const counted = arbitraryNoticeWindow.filter((window): window is Counted => "amount" in window);

describe("intervalOf", () => {
  property.prop([counted, event], { numRuns: 3000 })("counts as one would on one's fingers", (window, given) => {
    const from = momentOf(given, window);
    const found = intervalOf(window, given, calendar);
    if (from === null) expect(found.kind).toBe("no-anchor");
    else expect(found).toMatchObject({ interval: walk(window, from) });
  });

  property.prop([arbitraryNoticeWindow, event], { numRuns: 3000 })(
    "always leaves a moment to send",
    (window, given) => {
      const found = intervalOf(window, given, calendar);
      if (found.kind === "no-anchor") return;
      const { opens, closes } = found.interval;
      expect(opens === null || closes === null || opens < closes).toBe(true);
    },
  );

  property.prop([counted, event], { numRuns: 3000 })(
    "takes in the whole last day, and no moment of the next",
    (window, given) => {
      const found = intervalOf(window, given, calendar);
      if (
        found.kind === "no-anchor" ||
        window.unit === "hour" ||
        window.kind === "not-earlier-than-before" ||
        found.interval.closes === null
      )
        return;
      const { interval } = found;
      const lastMoment = addHours(found.interval.closes, -1);
      expect(contains(interval, found.interval.closes)).toBe(false);
      expect(localDateIn(lastMoment, zone)).toBe(addDays(localDateIn(found.interval.closes, zone), -1));
    },
  );
});
