import { addDays, civilDateOf, LocalDate } from "@victim-rights/core";
import { z } from "zod";

/**
 * How a date is written.
 * - `YYYYMMDD`: `20260302`, as text or an integer.
 * - `CYYDDD`: century, year and day of the year; `116001` is 1 January 2016 and `82306` is 2 November 1982.
 * - `YYYY-MM-DD`: ISO 8601.
 * - `MM/DD/YYYY`: month first; leading zeros may be missing.
 */
export const DateFormat = z.enum(["YYYYMMDD", "CYYDDD", "YYYY-MM-DD", "MM/DD/YYYY"]);
export type DateFormat = z.infer<typeof DateFormat>;

/** Dates that say "no date", with what each is taken to mean. They are read as no date and never rejected. */
export const PLACEHOLDER_DATES: Readonly<Record<string, string>> = {
  "0": "no date was entered",
  "00000000": "no date was entered",
  "19000000": "converted from an older system without a date",
  "20000000": "converted from an older system without a date",
  "66666666": "indeterminate",
  "77777777": "indeterminate",
  "88888888": "compact or indeterminate",
  "99999999": "no end: often a life sentence",
};

/** Reads a date; `null` when it is not a date in this format. Placeholders are the caller's to take out first. */
export const readDate = (text: string, format: DateFormat): LocalDate | null => READERS[format](text);

const written = (match: RegExpExecArray | null): LocalDate | null => {
  const { year, month, day } = match?.groups ?? {};
  if (year === undefined || month === undefined || day === undefined) return null;
  return LocalDate.safeParse(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`).data ?? null;
};

const dayOfYear = (text: string): LocalDate | null => {
  if (!/^\d{1,6}$/u.test(text)) return null;
  const day = Number(text.slice(-3));
  const year = 1900 + Math.floor(Number(text) / 1000);
  const first = LocalDate.safeParse(`${year}-01-01`).data;
  if (first === undefined || day === 0) return null;
  const date = addDays(first, day - 1);
  return civilDateOf(date).year === year ? date : null;
};

const READERS: Readonly<Record<DateFormat, (text: string) => LocalDate | null>> = {
  YYYYMMDD: (text) => written(/^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/u.exec(text)),
  CYYDDD: dayOfYear,
  "YYYY-MM-DD": (text) => written(/^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})$/u.exec(text)),
  "MM/DD/YYYY": (text) => written(/^(?<month>\d{1,2})\/(?<day>\d{1,2})\/(?<year>\d{4})$/u.exec(text)),
};
