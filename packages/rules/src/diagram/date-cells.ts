import type { FactDefinition } from "../vocabulary/fact-definition.ts";
import { dayNumber, nextDay, previousDay } from "./calendar-day.ts";
import type { Cell } from "./cell.ts";
import type { FactTest } from "./fact-test.ts";
import { cutIntervals, type Interval } from "./interval-cuts.ts";

type DateFact = Extract<FactDefinition, { type: "date" }>;

/** The half-open periods of a date fact between the days that the tests mention. */
export const dateCells = (definition: DateFact, tests: readonly FactTest[]): readonly Cell[] => {
  const domain = { first: definition.from, last: definition.to, next: nextDay };
  const dated = tests.map(({ operator, values }) => ({
    operator,
    values: values.filter((value) => typeof value === "string"),
  }));
  const total = dayNumber(domain.last) - dayNumber(domain.first) + 1;
  return cutIntervals(domain, dated).map((interval) => ({
    range: { kind: "dates", ...interval },
    sample: interval.from === domain.first ? previousDay(interval.until) : interval.from,
    label: label(interval, definition),
    share: (dayNumber(interval.until) - dayNumber(interval.from)) / total,
  }));
};

const label = ({ from, until }: Interval<string>, definition: DateFact): string => {
  const last = previousDay(until);
  if (from === definition.from && last === definition.to) return "any day";
  if (from === last) return `on ${from}`;
  if (from === definition.from) return `before ${until}`;
  return last === definition.to ? `on or after ${from}` : `${from} to ${last}`;
};
