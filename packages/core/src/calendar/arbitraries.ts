import * as fc from "fast-check";
import { Citation } from "../law/citation.ts";
import { Verification } from "../law/provenance.ts";
import { nearLocalDates, unitedStatesZones } from "../time/arbitraries.ts";
import { Weekday } from "../time/local-date.ts";
import type { Calendar } from "./calendar.ts";
import type { DayCount, DayCounting } from "./day-counting.ts";
import { HolidayRule } from "./holiday.ts";

const cites = [Citation.parse({ source: "sample-1" })];

/** How well something was checked: `read` or, as often, `recalled`. */
const verifications = (): fc.Arbitrary<Verification> =>
  fc.constantFrom("read", "recalled").map((status) => Verification.parse({ status, on: "2026-01-01" }));

/** Holiday rules of every kind and way of observing, with the id given. */
export const holidayRules = (id: string): fc.Arbitrary<HolidayRule> => {
  const common = {
    id: fc.constant(id),
    name: fc.constant(`Holiday ${id}`),
    observed: fc.constantFrom("none", "sunday-adds-monday", "nearest-weekday"),
    cites: fc.constant(cites),
    verified: verifications(),
  };
  return fc
    .oneof(
      fc.record({ kind: fc.constant("fixed"), month: months(), day: fc.integer({ min: 1, max: 29 }), ...common }),
      fc.record({
        kind: fc.constant("nth-weekday"),
        month: months(),
        weekday: fc.constantFrom(...Weekday.options),
        nth: fc.constantFrom(1, 2, 3, 4, "last"),
        ...common,
      }),
      fc.record({
        kind: fc.constant("proclaimed"),
        dates: fc.array(nearLocalDates(), { minLength: 1, maxLength: 4 }),
        ...common,
      }),
    )
    .map((rule) => HolidayRule.parse(rule));
};

/** Rules of counting: every combination of what the schema lets a state's law say. */
export const dayCountings = (): fc.Arbitrary<DayCounting> =>
  fc.record({
    excludeTriggerDay: fc.boolean(),
    countLastDay: fc.boolean(),
    roll: fc.record({
      forward: fc.constantFrom("none", "weekend-or-holiday"),
      backward: fc.constantFrom("none", "never-later"),
    }),
    shortPeriodSkipsNonWorkingDays: fc.option(fc.record({ under: fc.integer({ min: 1, max: 11 }) })),
    cites: fc.constant(cites),
    verified: verifications(),
  });

/** Calendars of an invented state: up to three days of weekend, up to eight holidays close together, any rule of counting. */
export const calendars = (): fc.Arbitrary<Calendar> =>
  fc.record({
    zone: unitedStatesZones(),
    weekend: fc.uniqueArray(fc.constantFrom(...Weekday.options), { maxLength: 3 }),
    holidays: fc
      .integer({ min: 0, max: 8 })
      .chain((size) => fc.tuple(...Array.from({ length: size }, (_, index) => holidayRules(`holiday-${index}`)))),
    cites: fc.constant(cites),
    verified: verifications(),
    dayCounting: dayCountings(),
  });

/** Counts of 1 to 40 days from a day of 2026 or 2027. */
export const dayCounts = (): fc.Arbitrary<DayCount> =>
  fc.record({
    from: nearLocalDates(),
    amount: fc.integer({ min: 1, max: 40 }),
    unit: fc.constantFrom("calendar-day", "working-day"),
  });

const months = (): fc.Arbitrary<number> => fc.integer({ min: 1, max: 12 });
