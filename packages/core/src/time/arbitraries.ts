import * as fc from "fast-check";
import { addHours, Instant, instantAt } from "./instant.ts";
import { addDays, daysBetween, LocalDate } from "./local-date.ts";
import { LocalTime } from "./local-time.ts";
import { ZoneId } from "./zone.ts";

const FIRST_DAY = LocalDate.parse("1970-01-01");
const LAST_DAY = LocalDate.parse("2100-12-31");
const FIRST_INSTANT = Date.parse("1972-01-01T00:00:00.000Z");
const LAST_INSTANT = Date.parse("2100-12-31T23:59:59.999Z");

/** Days from `from` to `to`, both included; by default 1970-01-01 to 2100-12-31. Shrinks towards `from`. */
export const localDates = (
  bounds: { readonly from?: LocalDate; readonly to?: LocalDate } = {},
): fc.Arbitrary<LocalDate> => {
  const from = bounds.from ?? FIRST_DAY;
  const max = daysBetween(from, bounds.to ?? LAST_DAY);
  return fc.integer({ min: 0, max }).map((days) => addDays(from, days));
};

/** Days of the year 2026 and the year after, where tests can be checked against a wall calendar. */
export const nearLocalDates = (): fc.Arbitrary<LocalDate> =>
  localDates({ from: LocalDate.parse("2026-01-01"), to: LocalDate.parse("2027-12-31") });

/** Clock times, often on the half hour and in the small hours, where clocks change. */
export const localTimes = (): fc.Arbitrary<LocalTime> =>
  fc.oneof(
    fc.integer({ min: 0, max: 9 }).map((half) => timeOf(half * 1800)),
    fc.integer({ min: 0, max: 86_399 }).map(timeOf),
  );

/** Moments from 1972 to 2100, every second one within four hours of a change of clocks in the United States. */
export const instants = (): fc.Arbitrary<Instant> =>
  fc.oneof(fc.integer({ min: FIRST_INSTANT, max: LAST_INSTANT }).map(instantAt), instantsNearClockChanges());

/** Zones of the United States, where the encoded states lie, one of them without daylight saving time. */
export const unitedStatesZones = (): fc.Arbitrary<ZoneId> =>
  fc.constantFrom(...zoneIds("America/Chicago", "America/Denver", "America/New_York", "America/Phoenix"));

/** Zones of the United States and those that break careless code: half-hour changes, skipped midnights, a skipped day. */
export const zones = (): fc.Arbitrary<ZoneId> => fc.oneof(unitedStatesZones(), awkwardZones());

const awkwardZones = (): fc.Arbitrary<ZoneId> =>
  fc.constantFrom(
    ...zoneIds(
      "UTC",
      "America/Sao_Paulo", // midnight was skipped each spring
      "America/Havana", // midnight is shown twice each autumn
      "America/St_Johns", // clocks changed at one minute past midnight
      "Asia/Beirut", // midnight is skipped each spring
      "Asia/Kathmandu", // 5:45 ahead
      "Australia/Lord_Howe", // clocks change by half an hour
      "Pacific/Apia", // had no 30 December 2011
      "Pacific/Chatham", // 12:45 ahead, with daylight saving time
    ),
  );

const instantsNearClockChanges = (): fc.Arbitrary<Instant> =>
  fc
    .tuple(
      fc.constantFrom(
        ...["2025-03-09", "2025-11-02", "2026-03-08", "2026-11-01", "2027-03-14", "2027-11-07"].map((day) =>
          Instant.parse(`${day}T08:00:00Z`),
        ),
      ),
      fc.integer({ min: -4, max: 4 }),
      fc.integer({ min: 0, max: 3_599_999 }),
    )
    .map(([change, hours, rest]) => instantAt(Date.parse(addHours(change, hours)) + rest));

const timeOf = (secondOfDay: number): LocalTime =>
  LocalTime.parse(new Date(secondOfDay * 1000).toISOString().slice(11, 19));

const zoneIds = (...names: readonly string[]): readonly ZoneId[] => names.map((name) => ZoneId.parse(name));
