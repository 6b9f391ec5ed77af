import { LocalTime } from "@victim-rights/core";
import { z } from "zod";

/**
 * How a time of day is written.
 * - `HHMM`, `HHMMSS`: digits, where a number has lost its leading zeros: `930` is 09:30, `0` is midnight.
 * - `HH:MM`: with or without seconds, on the 24-hour clock.
 * - `h:MM AM`: on the 12-hour clock, with or without seconds.
 */
export const TimeFormat = z.enum(["HHMM", "HHMMSS", "HH:MM", "h:MM AM"]);
export type TimeFormat = z.infer<typeof TimeFormat>;

/** Reads a time of day; `null` when it is not one in this format. */
export const readTime = (text: string, format: TimeFormat): LocalTime | null => {
  const clock = READERS[format](text);
  return clock === null ? null : (LocalTime.safeParse(clock).data ?? null);
};

const digits = (text: string, width: 4 | 6): string | null => {
  if (!/^\d+$/u.test(text) || text.length > width) return null;
  const full = text.padStart(width, "0");
  const clock = `${full.slice(0, 2)}:${full.slice(2, 4)}`;
  return width === 4 ? clock : `${clock}:${full.slice(4, 6)}`;
};

const colons = (text: string): string | null =>
  /^\d{1,2}:\d{2}(?::\d{2})?$/u.test(text) ? (text.indexOf(":") === 1 ? `0${text}` : text) : null;

const twelveHour = (text: string): string | null => {
  const { hour, rest, half } =
    /^(?<hour>1[0-2]|0?[1-9])(?<rest>:\d{2}(?::\d{2})?) ?(?<half>[AaPp])\.?[Mm]\.?$/u.exec(text)?.groups ?? {};
  if (hour === undefined || rest === undefined || half === undefined) return null;
  const onDay = (Number(hour) % 12) + (half.toLowerCase() === "p" ? 12 : 0);
  return `${String(onDay).padStart(2, "0")}${rest}`;
};

const READERS: Readonly<Record<TimeFormat, (text: string) => string | null>> = {
  HHMM: (text) => digits(text, 4),
  HHMMSS: (text) => digits(text, 6),
  "HH:MM": colons,
  "h:MM AM": twelveHour,
};
