import { Calendar } from "./calendar.ts";

/*
 * Three calendars for tests, one for each way of counting that the encoded states have. The rules of counting follow
 * the states' own; the law itself lives in the states' folders, and nothing here is read as law.
 */

const cites = [{ source: "sample-1" }];
const read = { status: "read", on: "2026-11-22" };
const recalled = { status: "recalled", on: "2026-11-22" };

type Verified = typeof read;

const holidays = (verified: Verified): readonly object[] => {
  const common = { observed: "sunday-adds-monday", cites, verified };
  return [
    { kind: "fixed", id: "new-years-day", name: "New Year's Day", month: 1, day: 1, ...common },
    {
      kind: "nth-weekday",
      id: "memorial-day",
      name: "Memorial Day",
      month: 5,
      weekday: "monday",
      nth: "last",
      ...common,
    },
    { kind: "fixed", id: "independence-day", name: "Independence Day", month: 7, day: 4, ...common },
    { kind: "nth-weekday", id: "labor-day", name: "Labor Day", month: 9, weekday: "monday", nth: 1, ...common },
    { kind: "fixed", id: "christmas-day", name: "Christmas Day", month: 12, day: 25, ...common },
  ];
};

const calendar = (parts: { readonly zone: string; readonly verified: Verified; readonly counting: object }): Calendar =>
  Calendar.parse({
    zone: parts.zone,
    weekend: ["saturday", "sunday"],
    holidays: holidays(parts.verified),
    cites,
    verified: parts.verified,
    dayCounting: {
      excludeTriggerDay: true,
      countLastDay: true,
      roll: { forward: "none", backward: "none" },
      shortPeriodSkipsNonWorkingDays: null,
      cites,
      verified: read,
      ...parts.counting,
    },
  });

/** Rolls forward periods off weekends and holidays, and skips those days in periods under seven days. */
export const rollingCalendar: Calendar = calendar({
  zone: "America/Chicago",
  verified: read,
  counting: {
    roll: { forward: "weekend-or-holiday", backward: "never-later" },
    shortPeriodSkipsNonWorkingDays: { under: 7 },
  },
});

/** Counts working days from a list of holidays that nobody read in law. */
export const recalledCalendar: Calendar = calendar({
  zone: "America/Denver",
  verified: recalled,
  counting: { roll: { forward: "weekend-or-holiday", backward: "never-later" } },
});

/** Has no rule that moves a date. */
export const plainCalendar: Calendar = calendar({ zone: "America/Chicago", verified: read, counting: {} });
