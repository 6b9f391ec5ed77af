import { invariant } from "../invariant.ts";
import { addDays, daysBetween, type LocalDate } from "../time/local-date.ts";
import { type Calendar, isWorkingDay } from "./calendar.ts";
import { countsWorkingDays, type DayCount, type Direction } from "./day-counting.ts";
import { describeCount, describeDay } from "./describe-count.ts";

/** Where a count ends, and each reason in plain words. */
export type CountedDay = {
  readonly date: LocalDate;
  /** How the date was reached, first to last: "rolled from 2026-07-04, saturday". */
  readonly steps: readonly string[];
  /** The later date, when holidays that nobody read in law decide between the two. If only some of them are law, the answer lies between. */
  readonly alternative?: { readonly date: LocalDate; readonly because: string };
};

/**
 * The last day of a period that runs after an event, by the calendar's own rule of counting: a short period may skip
 * days that are not working days, and a last day that is not one may roll to the next.
 *
 * Where a `recalled` holiday changes the answer, `date` is the earlier day and `alternative` the later one.
 */
export const countForward = (calendar: Calendar, count: DayCount): CountedDay => countBothWays(calendar, count, 1);

/**
 * The day a number of days before an event, by the calendar's own rule of counting. It is never rolled later, and not
 * rolled earlier either: who must act by a day that is not a working day decides how much sooner to act.
 *
 * Where a `recalled` holiday changes the answer, `date` is the earlier day and `alternative` the later one. The earlier
 * is the safer deadline; where the day opens a window instead, the later is the safer one.
 */
export const countBackward = (calendar: Calendar, count: DayCount): CountedDay => countBothWays(calendar, count, -1);

const countBothWays = (calendar: Calendar, count: DayCount, direction: Direction): CountedDay => {
  invariant(Number.isSafeInteger(count.amount) && count.amount >= 1, "a count of days is whole and at least one");
  const certain = withoutRecalledHolidays(calendar);
  const listed = countOn(calendar, count, direction);
  const unlisted = countOn(certain, count, direction);
  if (listed.date === unlisted.date) return listed;
  const recalled = daysFrom(firstDay(calendar, count, direction), listed.date, direction)
    .filter((day) => !isWorkingDay(calendar, day) && isWorkingDay(certain, day))
    .map((day) => describeDay(calendar, day))
    .join("; ");
  // INVARIANT: a further holiday only moves a date away from the event, so forward the listed date is the later one.
  return direction === 1
    ? { ...unlisted, alternative: { date: listed.date, because: `right if the law has the holidays of ${recalled}` } }
    : {
        ...listed,
        alternative: { date: unlisted.date, because: `right if the law does not have the holidays of ${recalled}` },
      };
};

const withoutRecalledHolidays = (calendar: Calendar): Calendar => {
  const certain = calendar.holidays.filter((rule) => rule.verified.status !== "recalled");
  return { ...calendar, holidays: calendar.verified.status === "recalled" ? [] : certain };
};

const countOn = (calendar: Calendar, count: DayCount, direction: Direction): CountedDay => {
  const first = firstDay(calendar, count, direction);
  const counted = lastDay(calendar, { ...count, from: first }, direction);
  const date = direction === 1 ? rollForward(calendar, counted) : counted;
  const passed = countsWorkingDays(calendar.dayCounting, count) ? daysFrom(first, counted, direction) : [];
  return { date, steps: describeCount({ calendar, count, direction, passed, counted, date }) };
};

const firstDay = (calendar: Calendar, count: DayCount, direction: Direction): LocalDate =>
  calendar.dayCounting.excludeTriggerDay ? addDays(count.from, direction) : count.from;

const lastDay = (calendar: Calendar, count: DayCount, direction: Direction): LocalDate => {
  const further = calendar.dayCounting.countLastDay ? count.amount - 1 : count.amount;
  if (!countsWorkingDays(calendar.dayCounting, count)) return addDays(count.from, direction * further);
  let day = nextWorkingDay(calendar, count.from, direction);
  for (let left = further; left > 0; left -= 1) {
    day = nextWorkingDay(calendar, addDays(day, direction), direction);
  }
  return day;
};

const rollForward = (calendar: Calendar, date: LocalDate): LocalDate =>
  calendar.dayCounting.roll.forward === "none" ? date : nextWorkingDay(calendar, date, 1);

/** The day itself when it is a working day, else the nearest one in the direction given. */
const nextWorkingDay = (calendar: Calendar, date: LocalDate, direction: Direction): LocalDate => {
  let day = date;
  while (!isWorkingDay(calendar, day)) day = addDays(day, direction);
  return day;
};

/** Every day from the first to the last, both included. */
const daysFrom = (first: LocalDate, last: LocalDate, direction: Direction): readonly LocalDate[] => {
  const length = Math.abs(daysBetween(first, last)) + 1;
  return Array.from({ length }, (_, index) => addDays(first, direction * index));
};
