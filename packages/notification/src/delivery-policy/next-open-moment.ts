import {
  addDays,
  epochMilliseconds,
  type Instant,
  instantAt,
  localDateIn,
  type LocalTime,
  localTimeIn,
  toInstant,
  toLaterInstant,
  type ZoneId,
} from "@victim-rights/core";

/** Hours of the day, from one time up to another; across midnight where the second is the earlier one. Equal times are no time. */
export type DayHours = { readonly from: LocalTime; readonly to: LocalTime };

/** Whether a clock in the zone shows a time inside the hours. */
export const isInHours = (at: Instant, hours: DayHours, zone: ZoneId): boolean => {
  const time = localTimeIn(at, zone);
  const [begun, over] = [hours.from <= time, hours.to <= time];
  return hours.from < hours.to ? begun && !over : hours.from > hours.to && (begun || !over);
};

/** When something may be done: what decides, and the hours at whose ends the answer can change. */
export type Opening = {
  readonly isOpen: (at: Instant) => boolean;
  readonly hours: readonly DayHours[];
  readonly zone: ZoneId;
};

/** Hours repeat daily: what is shut for three days is shut for good, clock changes or not. */
const DAYS = 3;
const QUARTER_HOUR_MS = 900_000;
const QUARTERS = DAYS * 96;

/** The first open moment from `from` on; `null` when none comes. Zones change their clocks on quarters of an hour. */
export const nextOpenMoment = (from: Instant, opening: Opening): Instant | null => {
  if (opening.isOpen(from)) return from;
  const last = instantAt(epochMilliseconds(from) + DAYS * 86_400_000);
  const moments = [...edgesAfter(from, opening), ...quartersAfter(from)].filter((at) => at > from && at <= last);
  return moments.toSorted().find(opening.isOpen) ?? null;
};

const edgesAfter = (from: Instant, { hours, zone }: Opening): readonly Instant[] => {
  const first = localDateIn(from, zone);
  const times = [...new Set(hours.flatMap((each) => [each.from, each.to]))];
  return Array.from({ length: DAYS + 1 }, (_, day) => addDays(first, day)).flatMap((date) =>
    times.flatMap((time) => [toInstant(date, time, zone).instant, toLaterInstant(date, time, zone).instant]),
  );
};

const quartersAfter = (from: Instant): readonly Instant[] => {
  const first = Math.ceil(epochMilliseconds(from) / QUARTER_HOUR_MS);
  return Array.from({ length: QUARTERS }, (_, quarter) => instantAt((first + quarter) * QUARTER_HOUR_MS));
};
