export { calendars, dayCountings, dayCounts, holidayRules } from "./calendar/arbitraries.ts";
export { instants, localDates, localTimes, nearLocalDates, unitedStatesZones, zones } from "./time/arbitraries.ts";
