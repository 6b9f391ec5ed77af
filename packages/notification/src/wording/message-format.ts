import { daysBetween, type Language, type LocalDate, type LocalMoment } from "@victim-rights/core";
import { type Formats, IntlMessageFormat } from "intl-messageformat";

const LOCALES: Readonly<Record<Language, string>> = { en: "en-US", es: "es-US" };

/** Dates and times reach the formatter as moments of UTC, so that no zone of the machine can move them. */
const FORMATS: Partial<Formats> = {
  date: { notice: { weekday: "long", year: "numeric", month: "long", day: "numeric", timeZone: "UTC" } },
  time: { notice: { hour: "numeric", minute: "2-digit", timeZone: "UTC" } },
};

const MS_PER_DAY = 86_400_000;
const EPOCH = "1970-01-01" as LocalDate;

/** What a message may be filled with. */
export type MessageArguments = Readonly<Record<string, string | number>>;

/** Versions of the locale data differ in which space they set before *a.m.*; a letter has one kind. */
const NARROW_SPACES = /[\u00A0\u202F]/gu;

/** Messages are few and fixed: each is parsed once. */
const compiled = new Map<string, IntlMessageFormat>();

/** Fills an ICU message in a language. */
export const formatMessage = (message: string, language: Language, values: MessageArguments): string => {
  const key = `${language}:${message}`;
  const format = compiled.get(key) ?? new IntlMessageFormat(message, LOCALES[language], FORMATS);
  compiled.set(key, format);
  return String(format.format({ ...values })).replaceAll(NARROW_SPACES, " ");
};

/** A local moment as the number the formatter takes; a missing time reads as the day's start, and no message shows it. */
export const momentNumber = ({ date, time }: LocalMoment): number => {
  const [hours = 0, minutes = 0] = (time ?? "00:00").split(":").map(Number);
  return daysBetween(EPOCH, date) * MS_PER_DAY + (hours * 60 + minutes) * 60_000;
};
