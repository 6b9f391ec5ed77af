import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { instants, localDates, localTimes, unitedStatesZones, zones } from "./arbitraries.ts";
import { epochMilliseconds, type Instant, minutesBetween } from "./instant.ts";
import { addDays, LocalDate } from "./local-date.ts";
import type { LocalTime } from "./local-time.ts";
import type { ZoneId } from "./zone.ts";
import {
  endOfDay,
  localDateIn,
  localTimeIn,
  type ResolvedInstant,
  startOfDay,
  toInstant,
  toLaterInstant,
} from "./zoned-time.ts";

const thorough = { numRuns: 2000 };
const QUARTER_HOUR_MS = 900_000;

/** Every second day is one on which clocks changed somewhere: the twin must see those days. */
const days = fc.oneof(
  localDates({ from: LocalDate.parse("1973-01-01"), to: LocalDate.parse("2037-12-31") }),
  fc.constantFrom(
    ...[
      "2026-03-08",
      "2026-11-01",
      "2018-11-04",
      "2011-12-30",
      "2005-10-30",
      "2006-04-02",
      "2026-04-05",
      "2026-10-04",
    ].map((text) => LocalDate.parse(text)),
  ),
);

const formats = new Map<ZoneId, Intl.DateTimeFormat>();
const formatOf = (zone: ZoneId): Intl.DateTimeFormat => {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "medium", hourCycle: "h23" });
  formats.set(zone, format);
  return format;
};

/** What clocks in a zone show, straight from the platform: `2026-03-08 03:30:00`. */
const shown = (milliseconds: number, zone: ZoneId): string => formatOf(zone).format(milliseconds);

const wallText = (date: LocalDate, time: LocalTime): string => `${date} ${time.length === 5 ? `${time}:00` : time}`;

/**
 * The obvious twin: tries every offset a zone has had since 1972, all whole quarter hours, and keeps the moments at
 * which clocks show the wanted time. Where there is none, it walks minute by minute to the jump and adds what was missing.
 */
const search = (date: LocalDate, time: LocalTime, zone: ZoneId): readonly number[] => {
  const wanted = wallText(date, time);
  const asUtc = Date.parse(`${wanted.replace(" ", "T")}Z`);
  const offsets = Array.from({ length: 26 * 4 + 1 }, (_, index) => index * QUARTER_HOUR_MS - 12 * 4 * QUARTER_HOUR_MS);
  return offsets
    .map((offset) => asUtc - offset)
    .filter((moment) => shown(moment, zone) === wanted)
    .toSorted((a, b) => a - b);
};

const searchJump = (date: LocalDate, time: LocalTime, zone: ZoneId): number => {
  const wanted = wallText(date, time);
  const asUtc = Date.parse(`${wanted.replace(" ", "T")}Z`);
  const minute = Math.floor(asUtc / 60_000) * 60_000;
  let jump = minute - 26 * 3_600_000;
  while (shown(jump, zone) <= wanted) jump += 60_000;
  const lastShown = Date.parse(`${shown(jump - 60_000, zone).replace(" ", "T")}Z`) + 60_000;
  return jump + (asUtc - lastShown);
};

const twin = (date: LocalDate, time: LocalTime, zone: ZoneId): ResolvedInstant => {
  const [first, second] = search(date, time, zone);
  const iso = (moment: number): Instant => new Date(moment).toISOString() as Instant;
  if (first === undefined) return { instant: iso(searchJump(date, time, zone)), resolution: "skipped-moved-forward" };
  return { instant: iso(first), resolution: second === undefined ? "exact" : "repeated-first" };
};

describe("local and zoned time", () => {
  test.prop([days, localTimes(), zones()], thorough)(
    "a search through the platform's clocks agrees",
    (date, time, zone) => {
      expect(toInstant(date, time, zone)).toEqual(twin(date, time, zone));
    },
  );

  test.prop([days, localTimes(), zones()], thorough)(
    "the later moment is the last one the search finds",
    (date, time, zone) => {
      const found = search(date, time, zone);
      fc.pre(found.length > 0);
      expect(epochMilliseconds(toLaterInstant(date, time, zone).instant)).toBe(found.at(-1));
    },
  );

  test.prop([instants(), zones()], thorough)("day and time are what the platform's clocks show", (instant, zone) => {
    const [date, time] = [localDateIn(instant, zone), localTimeIn(instant, zone)];
    expect(wallText(date, time)).toBe(shown(epochMilliseconds(instant), zone));
  });

  test.prop([days, localTimes(), zones()], thorough)(
    "a time that clocks show comes back from its moment",
    (date, time, zone) => {
      const { instant, resolution } = toInstant(date, time, zone);
      fc.pre(resolution !== "skipped-moved-forward");
      expect([localDateIn(instant, zone), localTimeIn(instant, zone)]).toEqual([date, time]);
    },
  );

  test.prop([days, localTimes(), zones()], thorough)("no time is ever moved back", (date, time, zone) => {
    const { instant } = toInstant(date, time, zone);
    const landed = wallText(localDateIn(instant, zone), localTimeIn(instant, zone));
    expect(landed >= wallText(date, time)).toBe(true);
  });

  test.prop([instants(), zones()], thorough)("a moment is one of the two its own clock time names", (instant, zone) => {
    const local = [localDateIn(instant, zone), localTimeIn(instant, zone), zone] as const;
    const whole = Math.floor(epochMilliseconds(instant) / 1000) * 1000;
    const named = [toInstant(...local), toLaterInstant(...local)].map(({ instant: found }) => epochMilliseconds(found));
    expect(named).toContain(whole);
  });
});

describe("days in a zone", () => {
  test.prop([days, zones()], thorough)("a later day never starts earlier", (date, zone) => {
    expect(startOfDay(addDays(date, 1), zone) >= startOfDay(date, zone)).toBe(true);
  });

  test.prop([days, unitedStatesZones()], thorough)(
    "a day in the United States has 23, 24 or 25 hours",
    (date, zone) => {
      const minutes = minutesBetween(startOfDay(date, zone), endOfDay(date, zone));
      expect([23 * 60, 24 * 60, 25 * 60]).toContain(minutes);
    },
  );

  test.prop([instants(), unitedStatesZones()], thorough)("every moment lies inside its own day", (instant, zone) => {
    const date = localDateIn(instant, zone);
    expect(startOfDay(date, zone) <= instant && instant < endOfDay(date, zone)).toBe(true);
  });

  test.prop([days, zones()], thorough)("the moment before a day starts belongs to an earlier day", (date, zone) => {
    const start = epochMilliseconds(startOfDay(date, zone));
    expect(shown(start - 1, zone) < `${date} 00:00:00`).toBe(true);
  });
});
