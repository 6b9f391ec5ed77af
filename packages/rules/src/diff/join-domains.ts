import { nextDay, previousDay } from "../diagram/calendar-day.ts";
import { listInWords, plainName } from "../explain/fact-words.ts";
import type { FactDefinition } from "../vocabulary/fact-definition.ts";

/** A fact with the domain that two definitions of it share, and in words what only one of them knows. */
export type JoinedDomain = {
  readonly definition: FactDefinition;
  readonly onlyLeft: string | null;
  readonly onlyRight: string | null;
};

/** `null` when the definitions have no value in common: types or units differ, or the domains do not meet. */
export const joinDomains = (left: FactDefinition, right: FactDefinition): JoinedDomain | null => {
  if (left.type === "enum" && right.type === "enum") return joinValues(left, right);
  if (left.type === "integer" && right.type === "integer") return joinNumbers(left, right);
  if (left.type === "date" && right.type === "date") return joinDays(left, right);
  return left.type === right.type ? { definition: left, onlyLeft: null, onlyRight: null } : null;
};

type OfType<Type extends FactDefinition["type"]> = Extract<FactDefinition, { type: Type }>;

const joinValues = (left: OfType<"enum">, right: OfType<"enum">): JoinedDomain | null => {
  const values = left.values.filter((value) => right.values.includes(value));
  const only = (one: OfType<"enum">): string | null =>
    inWords(one.values.filter((value) => !values.includes(value)).map(plainName));
  return values.length === 0 ? null : { definition: { ...left, values }, onlyLeft: only(left), onlyRight: only(right) };
};

const joinNumbers = (left: OfType<"integer">, right: OfType<"integer">): JoinedDomain | null => {
  const min = Math.max(left.min, right.min);
  const max = Math.min(left.max, right.max);
  if (left.unit !== right.unit || min > max) return null;
  const only = (one: OfType<"integer">): string | null =>
    inWords([
      ...(one.min < min ? [`${stretch(one.min, min - 1)} ${one.unit}s`] : []),
      ...(one.max > max ? [`${stretch(max + 1, one.max)} ${one.unit}s`] : []),
    ]);
  return { definition: { ...left, min, max }, onlyLeft: only(left), onlyRight: only(right) };
};

const joinDays = (left: OfType<"date">, right: OfType<"date">): JoinedDomain | null => {
  const from = left.from > right.from ? left.from : right.from;
  const to = left.to < right.to ? left.to : right.to;
  if (from > to) return null;
  const only = (one: OfType<"date">): string | null =>
    inWords([
      ...(one.from < from ? [stretch(one.from, previousDay(from))] : []),
      ...(one.to > to ? [stretch(nextDay(to), one.to)] : []),
    ]);
  return { definition: { ...left, from, to }, onlyLeft: only(left), onlyRight: only(right) };
};

const stretch = <Point extends number | string>(first: Point, last: Point): string =>
  first === last ? String(first) : `${first} to ${last}`;

const inWords = (parts: readonly string[]): string | null => (parts.length === 0 ? null : listInWords(parts, "and"));
