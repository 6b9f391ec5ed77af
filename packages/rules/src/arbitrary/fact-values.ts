import { nextDay } from "../diagram/calendar-day.ts";
import type { FactValue } from "../facts.ts";
import type { FactDefinition } from "../vocabulary/fact-definition.ts";

/** Every value of a fact's domain; only for domains known to be small. */
export const valuesOf = (fact: FactDefinition): readonly FactValue[] => {
  switch (fact.type) {
    case "boolean":
      return [false, true];
    case "enum":
      return fact.values;
    case "integer":
      return Array.from({ length: fact.max - fact.min + 1 }, (_, step) => fact.min + step);
    case "date":
      return daysFrom(fact.from, fact.to);
  }
};

const daysFrom = (from: string, to: string): readonly string[] => {
  const days = [from];
  while ((days.at(-1) ?? to) < to) days.push(nextDay(days.at(-1) ?? to));
  return days;
};
