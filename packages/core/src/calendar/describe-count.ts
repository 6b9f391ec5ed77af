import { addDays, dayOfWeek, type LocalDate } from "../time/local-date.ts";
import { type Calendar, holidaysOn, isHoliday, isWeekend, isWorkingDay } from "./calendar.ts";
import { countsWorkingDays, type DayCount, type Direction, isShortPeriod } from "./day-counting.ts";

/** A finished count: the days it passed one by one, the day it reached, and the day that day rolled to. */
export type FinishedCount = {
  readonly calendar: Calendar;
  readonly count: DayCount;
  readonly direction: Direction;
  readonly passed: readonly LocalDate[];
  readonly counted: LocalDate;
  readonly date: LocalDate;
};

/** A count in plain words, one reason a line, first to last. Weekends that were passed over are not listed. */
export const describeCount = (finished: FinishedCount): readonly string[] => [
  ...describeRule(finished),
  describeReach(finished),
  ...describePassed(finished),
  ...describeLastDay(finished),
];

/** A day with what makes it no working day: "2026-07-04, saturday and Independence Day". */
export const describeDay = (calendar: Calendar, date: LocalDate): string => {
  const weekend = isWeekend(calendar, date) ? [dayOfWeek(date)] : [];
  const holidays = holidaysOn(calendar, date).map((day) => (day.observed ? `${day.name} (observed)` : day.name));
  return [date, [...weekend, ...holidays].join(" and ")].filter((part) => part !== "").join(", ");
};

const describeRule = ({ calendar, count }: FinishedCount): readonly string[] => {
  const { excludeTriggerDay, countLastDay, shortPeriodSkipsNonWorkingDays } = calendar.dayCounting;
  return [
    ...(isShortPeriod(calendar.dayCounting, count)
      ? [`a period of fewer than ${shortPeriodSkipsNonWorkingDays?.under} days counts working days only`]
      : []),
    ...(excludeTriggerDay ? [] : [`${count.from} is itself counted`]),
    ...(countLastDay ? [] : ["the date is one day beyond the last day counted"]),
  ];
};

const describeReach = ({ calendar, count, direction, counted }: FinishedCount): string => {
  const unit = countsWorkingDays(calendar.dayCounting, count) ? "working day" : "calendar day";
  const days = count.amount === 1 ? unit : `${unit}s`;
  return `${count.amount} ${days} ${direction === 1 ? "after" : "before"} ${count.from} is ${counted}`;
};

const describePassed = ({ calendar, passed }: FinishedCount): readonly string[] =>
  passed
    .filter((day) => isHoliday(calendar, day) && !isWeekend(calendar, day))
    .map((day) => `not counted: ${describeDay(calendar, day)}`);

const describeLastDay = ({ calendar, direction, counted, date }: FinishedCount): readonly string[] => {
  if (date !== counted) return describeRoll({ calendar, counted, date });
  if (isWorkingDay(calendar, date)) return [];
  const rolls = direction === -1 && calendar.dayCounting.roll.backward === "never-later";
  const why = rolls ? "a date before an event is never rolled later" : "no rule of counting moves it";
  return [`${describeDay(calendar, date)}, stands: ${why}`];
};

const describeRoll = ({ calendar, counted, date }: Pick<FinishedCount, "calendar" | "counted" | "date">): string[] => {
  const steps: string[] = [];
  for (let day = counted; day < date; day = addDays(day, 1)) steps.push(`rolled from ${describeDay(calendar, day)}`);
  return [...steps, `rolled to ${date}`];
};
