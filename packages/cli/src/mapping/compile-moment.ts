import { Instant, localDateIn, type LocalDate, type LocalTime, localTimeIn, type ZoneId } from "@victim-rights/core";
import type { CellProblem } from "../feed/reject.ts";
import type { FeedRecord } from "../feed/record.ts";
import type { Place, ValueReader } from "./compile-context.ts";
import type { DateTimeFormat, MomentAt } from "./moment-at.ts";
import { type DateFormat, readDate } from "./read-date.ts";
import { readTime, type TimeFormat } from "./read-time.ts";

/** A day and, if recorded, a clock time, both on the agency's clock. */
export type Moment = { readonly date: LocalDate; readonly time: LocalTime | null };

/** Turns "these columns, this format" into a reader of moments. A placeholder is no date, and then there is no moment. */
export const compileMoment = (at: MomentAt, { context }: Place): ValueReader<Moment> => {
  if ("format" in at)
    return (record, problems) =>
      readWhole(at, { record, problems, placeholders: context.placeholders, zone: context.zone });
  const { date, time } = at;
  return (record, problems) => {
    const clock = time === undefined ? null : readClock(record, time, problems);
    const text = record.cell(date.column);
    if (text === "" || context.placeholders.has(text)) return null;
    const day = readDate(text, date.format);
    if (day === null) problems.push(badDate(date.column, date.format));
    return day === null ? null : { date: day, time: clock };
  };
};

type TimeAt = { readonly column: string; readonly format: TimeFormat; readonly none: readonly string[] };

const readClock = (record: FeedRecord, at: TimeAt, problems: CellProblem[]): LocalTime | null => {
  const text = record.cell(at.column);
  if (text === "" || at.none.includes(text)) return null;
  const time = readTime(text, at.format);
  if (time === null) problems.push(badTime(at.column, at.format));
  return time;
};

const badDate = (column: string, format: string): CellProblem => ({
  column,
  problem: `not a date written as ${format}`,
  howToFix: "correct the date, or name its format in the mapping",
});

const badTime = (column: string, format: string): CellProblem => ({
  column,
  problem: `not a time written as ${format}`,
  howToFix: "correct the time, leave it blank, or list it under `none` in the mapping",
});

type WholeAt = { readonly column: string; readonly format: DateTimeFormat };
type Cell = {
  readonly record: FeedRecord;
  readonly problems: CellProblem[];
  readonly placeholders: ReadonlySet<string>;
  readonly zone: ZoneId;
};

const readWhole = (at: WholeAt, cell: Cell): Moment | null => {
  const text = cell.record.cell(at.column);
  if (text === "" || cell.placeholders.has(text)) return null;
  const moment = at.format === "instant" ? readInstant(text, cell.zone) : readLocal(text, at.format);
  if (moment === null) cell.problems.push(badDate(at.column, at.format));
  return moment;
};

const readInstant = (text: string, zone: ZoneId): Moment | null => {
  const instant = Instant.safeParse(text).data;
  return instant === undefined ? null : { date: localDateIn(instant, zone), time: localTimeIn(instant, zone) };
};

const PARTS: Readonly<Record<Exclude<DateTimeFormat, "instant">, readonly [DateFormat, TimeFormat]>> = {
  "YYYY-MM-DD HH:MM": ["YYYY-MM-DD", "HH:MM"],
  "MM/DD/YYYY HH:MM": ["MM/DD/YYYY", "HH:MM"],
  "MM/DD/YYYY h:MM AM": ["MM/DD/YYYY", "h:MM AM"],
};

const readLocal = (text: string, format: Exclude<DateTimeFormat, "instant">): Moment | null => {
  const [dateFormat, timeFormat] = PARTS[format];
  const { day, clock } = /^(?<day>[^ T]+)(?:[ T]+(?<clock>.+))?$/u.exec(text)?.groups ?? {};
  const date = readDate(day ?? "", dateFormat);
  if (date === null || clock === undefined) return date === null ? null : { date, time: null };
  const time = readTime(clock, timeFormat);
  return time === null ? null : { date, time };
};
