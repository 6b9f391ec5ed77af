import canonicalize from "canonicalize";
import type { ExpectedEvents } from "../file/case-file.ts";
import type { RuleEvent, RuleId } from "../file/rule-file.ts";

/** A JSON value, as an event's parameters hold it. */
type Json = RuleEvent["params"][string];

/** Where the parameters that a case names are not those that follow from its grounds, one line for each. */
export const eventDifferences = (
  expected: ExpectedEvents,
  eventOf: (ground: RuleId) => RuleEvent | null,
): readonly string[] =>
  Object.entries(expected).flatMap(([id, params]) => {
    const event = eventOf(id);
    if (event === null) return [`events: ${id} is not among the grounds`];
    return paramDifferences(params, event.params).map((words) => `events: ${id} ${words}`);
  });

/** Objects need only the fields named; lists and values must be the same. An empty list fits a parameter that is left out. */
export const paramDifferences = (expected: Json, found: Json | undefined, path = "params"): readonly string[] => {
  if (isObject(expected) && isObject(found))
    return Object.entries(expected).flatMap(([name, value]) => paramDifferences(value, found[name], `${path}.${name}`));
  const [wanted, seen] = [inWords(expected), found === undefined ? absentAs(expected) : inWords(found)];
  return wanted === seen ? [] : [`${path}: expected ${wanted}, found ${seen}`];
};

const isObject = (value: Json | undefined): value is Readonly<Record<string, Json>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const absentAs = (expected: Json): string => (Array.isArray(expected) && expected.length === 0 ? "[]" : "nothing");

/** The same text for the same value, whatever the order of its keys. */
const inWords = (value: Json): string => canonicalize(value) ?? "nothing";
