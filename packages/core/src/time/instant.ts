import { z } from "zod";
import { invariant } from "../invariant.ts";

const FIRST = "1801-01-01T00:00:00.000Z";
const LAST = "2199-12-31T23:59:59.999Z";
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/**
 * A moment on the world's one clock: ISO 8601 in UTC with milliseconds, `2026-03-08T08:30:00.000Z`. Any ISO timestamp
 * with an offset is accepted and normalised (seconds may be left out, and digits finer than milliseconds are dropped);
 * one without an offset is refused, since it names no moment. The years are 1801 to 2199, so that its day in every zone is a `LocalDate`.
 * Text order is time order.
 *
 * @example
 * ```ts @import.meta.vitest
 * expect(Instant.parse("2026-03-08T03:30:00-05:00")).toBe("2026-03-08T08:30:00.000Z");
 * expect(Instant.safeParse("2026-03-08T03:30:00").success).toBe(false);
 * ```
 */
export const Instant = z
  .string()
  .overwrite((text) => text.replace(/(T\d\d:\d\d)(?=Z|[+-])/u, "$1:00"))
  .check(
    z.iso.datetime({
      offset: true,
      abort: true,
      error: "write a moment as an ISO timestamp with its offset, such as `2026-03-08T08:30:00Z`",
    }),
  )
  .overwrite((text) => new Date(text).toISOString())
  .refine((text) => isInRange(text), `write a moment of the years 1801 to 2199, such as \`2026-03-08T08:30:00Z\``)
  .brand<"Instant">();
export type Instant = z.infer<typeof Instant>;

/** The moment a whole number of elapsed hours later, whatever clocks did meanwhile; earlier when `hours` is negative. */
export const addHours = (instant: Instant, hours: number): Instant => {
  invariant(Number.isSafeInteger(hours), "a number of hours is whole");
  return instantAt(epochMilliseconds(instant) + hours * HOUR_MS);
};

/** The moment a whole number of minutes later, or earlier when negative. */
export const addMinutes = (instant: Instant, minutes: number): Instant => {
  invariant(Number.isSafeInteger(minutes), "a number of minutes is whole");
  return instantAt(epochMilliseconds(instant) + minutes * MINUTE_MS);
};

/** Orders moments for sorting: negative, zero or positive as `a` is before, at or after `b`. */
export const compareInstants = (a: Instant, b: Instant): -1 | 0 | 1 => {
  if (a === b) return 0;
  return a < b ? -1 : 1;
};

/** Whole minutes elapsed from one moment to another, a started minute not counted; negative when `to` comes first. */
export const minutesBetween = (from: Instant, to: Instant): number =>
  // Adding zero turns the negative zero of a part of a minute backwards into zero.
  Math.trunc((epochMilliseconds(to) - epochMilliseconds(from)) / MINUTE_MS) + 0;

/** Milliseconds since 1970-01-01T00:00Z: the number a store or a benchmark may prefer to the text. */
export const epochMilliseconds = (instant: Instant): number => Date.parse(instant);

/** The moment so many milliseconds after 1970-01-01T00:00Z; the inverse of `epochMilliseconds`. */
export const instantAt = (milliseconds: number): Instant => {
  const text = new Date(milliseconds).toISOString();
  invariant(isInRange(text), "a moment lies in the years 1801 to 2199");
  return text as Instant;
};

const isInRange = (text: string): boolean => text >= FIRST && text <= LAST;
