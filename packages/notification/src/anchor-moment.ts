import {
  type Calendar,
  civilDateOf,
  type CustodyEvent,
  type EventKind,
  type Instant,
  type LocalDate,
  type LocalMoment,
  startOfDay,
  toInstant,
} from "@victim-rights/core";
import type { Anchor } from "./duty.ts";

/** The day and moment a window is counted from. */
export type AnchorMoment = {
  readonly date: LocalDate;
  /** The moment itself; the start of the day when the record has no clock time, which is the safer reading in both directions. */
  readonly at: Instant;
  /** What a reader should know of how the moment was found. */
  readonly notes: readonly string[];
};

const FIELD: Readonly<Record<Anchor, "occurred" | "scheduled">> = { occurrence: "occurred", scheduled: "scheduled" };

/** Events that are themselves what a day would have been set for: without a set day, the day they happened stands in. */
const SELF_SCHEDULED: readonly EventKind[] = [
  "release",
  "erroneous-release",
  "youth-release",
  "supervision-discharge",
  "facility-transfer",
  "out-of-state-transfer",
];

/** Reads a window's anchor off an event, in the agency's zone; `null` when the record does not have it. */
export const anchorMoment = (event: CustodyEvent, anchor: Anchor, { zone }: Calendar): AnchorMoment | null => {
  const moment = event[FIELD[anchor]];
  if (moment !== null) return read(moment, zone);
  if (anchor === "occurrence" || event.occurred === null || !SELF_SCHEDULED.includes(event.kind)) return null;
  const happened = read(event.occurred, zone);
  return { ...happened, notes: ["no day was set ahead: counted from when it happened", ...happened.notes] };
};

/** The event's field that an anchor reads, as a reader knows it. */
export const anchorField = (anchor: Anchor): string => FIELD[anchor];

const read = ({ date, time }: LocalMoment, zone: Calendar["zone"]): AnchorMoment => {
  if (time === null)
    return {
      date,
      at: startOfDay(date, zone),
      notes: [`the record has no clock time: ${date} is read from its first moment`],
    };
  const { instant, resolution } = toInstant(date, time, zone);
  if (resolution === "exact") return { date, at: instant, notes: [] };
  const how =
    resolution === "skipped-moved-forward"
      ? "is skipped by the clocks: read as moved forward"
      : "is shown twice by the clocks: the first is taken";
  return { date, at: instant, notes: [`${time} on ${date} ${how}`] };
};

const FIRST_YEAR = 1850;
const LAST_YEAR = 2150;

/** The dates of an event that lie too far away to be counted from, by field name: placeholders, not dates. */
export const unreadableDates = (event: CustodyEvent): readonly string[] =>
  (["occurred", "scheduled"] as const).filter((field) => {
    const moment = event[field];
    if (moment === null) return false;
    const { year } = civilDateOf(moment.date);
    return year < FIRST_YEAR || year > LAST_YEAR;
  });
