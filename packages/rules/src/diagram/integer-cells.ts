import type { FactDefinition } from "../vocabulary/fact-definition.ts";
import type { Cell } from "./cell.ts";
import type { FactTest } from "./fact-test.ts";
import { cutIntervals, type Interval } from "./interval-cuts.ts";

type IntegerFact = Extract<FactDefinition, { type: "integer" }>;

/** The half-open intervals of a whole-number fact between the thresholds that the tests mention. */
export const integerCells = (definition: IntegerFact, tests: readonly FactTest[]): readonly Cell[] => {
  const domain = { first: definition.min, last: definition.max, next: (value: number) => value + 1 };
  const numeric = tests.map(({ operator, values }) => ({
    operator,
    values: values.filter((value) => typeof value === "number"),
  }));
  const total = definition.max - definition.min + 1;
  return cutIntervals(domain, numeric).map((interval) => ({
    range: { kind: "integers", ...interval },
    // The value nearest to the next threshold reads best: 17 rather than 0 for "under 18".
    sample: interval.from === domain.first ? interval.until - 1 : interval.from,
    label: label(interval, definition),
    share: (interval.until - interval.from) / total,
  }));
};

const label = ({ from, until }: Interval<number>, { min, max, unit }: IntegerFact): string => {
  const last = until - 1;
  if (from === min && last === max) return "any number";
  if (from === last) return count(from, unit);
  if (from === min) return `under ${count(until, unit)}`;
  return last === max ? `${count(from, unit)} or more` : `${from} to ${count(last, unit)}`;
};

const count = (amount: number, unit: string): string => `${amount} ${unit}${Math.abs(amount) === 1 ? "" : "s"}`;
