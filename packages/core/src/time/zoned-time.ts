import { formatInTimeZone } from "date-fns-tz";
import { epochMilliseconds, type Instant, instantAt } from "./instant.ts";
import { addDays, daysBetween, LocalDate } from "./local-date.ts";
import { LocalTime, MIDNIGHT } from "./local-time.ts";
import type { ZoneId } from "./zone.ts";

const SECOND_MS = 1000;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const EPOCH_DAY = LocalDate.parse("1970-01-01");

/**
 * How a local time met the clock changes of its zone.
 * - `exact`: it happened once.
 * - `skipped-moved-forward`: clocks jumped over it; it was moved forward by the length of the jump.
 * - `repeated-first`, `repeated-second`: clocks went back over it; this is the first or the second time it was shown.
 */
export type ClockResolution = "exact" | "skipped-moved-forward" | "repeated-first" | "repeated-second";

/** The moment a local time names, and how it was found. */
export type ResolvedInstant = { readonly instant: Instant; readonly resolution: ClockResolution };

/** The day a calendar in `zone` shows at this moment. */
export const localDateIn = (instant: Instant, zone: ZoneId): LocalDate => wallDate(wallAt(instant, zone));

/** The time a clock in `zone` shows at this moment, in whole seconds. */
export const localTimeIn = (instant: Instant, zone: ZoneId): LocalTime => wallTime(wallAt(instant, zone));

/**
 * The moment at which clocks in `zone` show this day and time. A time that clocks skip is moved forward by the length
 * of the jump (02:30 becomes 03:30), never back; of a time shown twice this is the first, and `toLaterInstant` the second.
 *
 * @example
 * ```ts @import.meta.vitest
 * const { ZoneId } = await import("./zone.ts");
 * const springForward = LocalDate.parse("2026-03-08");
 * expect(toInstant(springForward, LocalTime.parse("02:30"), ZoneId.parse("America/Chicago"))).toEqual({
 *   instant: "2026-03-08T08:30:00.000Z",
 *   resolution: "skipped-moved-forward",
 * });
 * ```
 */
export const toInstant = (date: LocalDate, time: LocalTime, zone: ZoneId): ResolvedInstant => {
  const { before, after } = readings(wallOf(date, time), zone);
  if (before.shown && after.shown) return resolved(before, before.at === after.at ? "exact" : "repeated-first");
  if (before.shown) return resolved(before, "exact");
  return after.shown ? resolved(after, "exact") : resolved(before, "skipped-moved-forward");
};

/** Like `toInstant`, but of a time that clocks show twice it takes the second. */
export const toLaterInstant = (date: LocalDate, time: LocalTime, zone: ZoneId): ResolvedInstant => {
  const first = toInstant(date, time, zone);
  if (first.resolution !== "repeated-first") return first;
  return resolved(readings(wallOf(date, time), zone).after, "repeated-second");
};

/**
 * The first moment of a day: midnight, or where clocks skip midnight the moment they jump. Days of the years 1801 to
 * 2199 have one.
 */
export const startOfDay = (date: LocalDate, zone: ZoneId): Instant => toInstant(date, MIDNIGHT, zone).instant;

/** The end of a day, not itself part of it: the first moment of the next day. */
export const endOfDay = (date: LocalDate, zone: ZoneId): Instant => startOfDay(addDays(date, 1), zone);

/** A wall time: what a clock and a calendar show together, as the milliseconds UTC would need to show the same. */
type Wall = number;

/** A wall time read with one offset: the moment it gives, and whether clocks really show the wall time at that moment. */
type Reading = { readonly at: number; readonly shown: boolean };

const resolved = (reading: Reading, resolution: ClockResolution): ResolvedInstant => ({
  instant: instantAt(reading.at),
  resolution,
});

/**
 * Reads a wall time with the offsets in force a day before and a day after, and checks each by the round trip. Zones
 * lie within a day of UTC and change their clocks at most once in two days, so these are the only two candidates, and
 * where both fail the clocks jumped over the wall time. date-fns-tz alone would then answer an hour too early.
 */
const readings = (wall: Wall, zone: ZoneId): { readonly before: Reading; readonly after: Reading } => ({
  before: readWith(offsetAt(wall - DAY_MS, zone), wall, zone),
  after: readWith(offsetAt(wall + DAY_MS, zone), wall, zone),
});

const readWith = (offset: number, wall: Wall, zone: ZoneId): Reading => {
  const at = wall - offset;
  return { at, shown: offsetAt(at, zone) === offset };
};

const wallAt = (instant: Instant, zone: ZoneId): Wall => {
  const at = epochMilliseconds(instant);
  return at + offsetAt(at, zone);
};

const wallOf = (date: LocalDate, time: LocalTime): Wall => {
  const [hours = 0, minutes = 0, seconds = 0] = time.split(":").map(Number);
  return daysBetween(EPOCH_DAY, date) * DAY_MS + (hours * 60 + minutes) * MINUTE_MS + seconds * SECOND_MS;
};

const wallDate = (wall: Wall): LocalDate => addDays(EPOCH_DAY, Math.floor(wall / DAY_MS));

const wallTime = (wall: Wall): LocalTime => LocalTime.parse(new Date(wall).toISOString().slice(11, 19));

/** Milliseconds that local time is ahead of UTC at a moment. */
const offsetAt = (at: number, zone: ZoneId): number => {
  const utcDay = Math.floor(at / DAY_MS);
  const key = `${zone} ${utcDay}`;
  const known = steadyOffsets.get(key);
  if (known !== undefined) return known;
  const offset = askOffset(at, zone);
  const steady = [utcDay, utcDay + 1].every((day) => askOffset(day * DAY_MS, zone) === offset);
  if (steady) steadyOffsets.set(key, offset);
  return offset;
};

/** Offsets of the UTC days on which a zone's clocks do not change: zone data is fixed, and asking is slow. */
const steadyOffsets = new Map<string, number>();

/**
 * Asks for an offset, to the minute. Only the offset token is asked of date-fns-tz: its other tokens pass through the
 * machine's own zone and go wrong where that zone's clocks change.
 */
const askOffset = (at: number, zone: ZoneId): number => {
  const offset = formatInTimeZone(new Date(at), zone, "xxx");
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4, 6));
  return (offset.startsWith("-") ? -minutes : minutes) * MINUTE_MS;
};
