import { daysBetween, type LocalDate } from "../time/local-date.ts";
import type { Calendar } from "./calendar.ts";
import { countBackward } from "./day-count.ts";

/**
 * How many days of notice of `to` can still be given on `from`, by the calendar's own rule of counting: the longest
 * period that, counted back from `to`, does not end before `from`. Zero on the day itself; negative once it has passed.
 */
export const daysUntil = (
  calendar: Calendar,
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
): number => {
  const apart = daysBetween(from, to);
  if (apart <= 0) return apart;
  const fits = (amount: number): boolean =>
    countBackward(calendar, { from: to, amount, unit: "calendar-day" }).date >= from;
  // Whether the event's own day counts moves the answer by a day at most; a short period that skips holidays, by more.
  let amount = apart + 1;
  while (amount > 0 && !fits(amount)) amount -= 1;
  return amount;
};
