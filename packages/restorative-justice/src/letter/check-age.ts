import { addHours, compareInstants, type Instant, localDateIn, type ZoneId } from "@victim-rights/core";

/** A check that somebody made, with what it found. */
export type DatedCheck<Found extends string> = { readonly id: string; readonly at: Instant; readonly found: Found };

/** Whether a check was made at most so many days before a moment, and not after it. */
export const isWithinDays = ({ at }: Pick<DatedCheck<string>, "at">, days: number, now: Instant): boolean =>
  compareInstants(at, now) <= 0 && compareInstants(now, addHours(at, days * 24)) <= 0;

/** Whether a check was made on the calendar day of a moment, and not after it. */
export const isOfTheDay = ({ at }: Pick<DatedCheck<string>, "at">, now: Instant, zone: ZoneId): boolean =>
  compareInstants(at, now) <= 0 && localDateIn(at, zone) === localDateIn(now, zone);
