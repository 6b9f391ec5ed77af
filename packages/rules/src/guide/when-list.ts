import { factOrQuestion, isQuestionRead } from "../chart/fact-or-question.ts";
import { testOf } from "../diagram/fact-test.ts";
import { neededInWords } from "../explain/fact-words.ts";
import type { Condition, Leaf } from "../file/condition.ts";
import type { Law } from "../load/law.ts";
import { type Item, linkTo, markdown } from "./markdown.ts";
import { placeOfQuestion } from "./guide-setting.ts";

/** A condition as a sentence that opens a list, and the list. */
export const whenList = (
  conditions: Condition,
  law: Law,
): { readonly opening: string; readonly items: readonly Item[] } => {
  const { heading, items } = read(conditions, law, true);
  if (heading === null || items.length === 1) return { opening: "It holds when this is so:", items };
  return { opening: `It holds when ${OPENINGS[heading]}:`, items };
};

type Heading = "all" | "any" | "none" | "not-all";

const OPENINGS: Readonly<Record<Heading, string>> = {
  all: "all of these are so",
  any: "at least one of these is so",
  none: "none of these is so",
  "not-all": "not all of these are so",
};

const HEADINGS: Readonly<Record<Heading, string>> = {
  all: "all of these:",
  any: "at least one of these:",
  none: "none of these:",
  "not-all": "not all of these:",
};

/** A condition read as items under a heading; a single test, and a group of one, have no heading. */
type Reading = { readonly heading: Heading | null; readonly items: readonly Item[] };

/** With `wanted` false, the opposite of the condition: a negation is worked into a test, and named on a group. */
const read = (condition: Condition, law: Law, wanted: boolean): Reading => {
  if ("fact" in condition) return { heading: null, items: [{ text: leafInWords(condition, law, wanted) }] };
  if ("not" in condition) return read(condition.not, law, !wanted);
  const [parts, kind] = "all" in condition ? ([condition.all, "all"] as const) : ([condition.any, "any"] as const);
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return read(only, law, wanted);
  return { heading: headingOf(kind, wanted), items: parts.map((part) => itemOf(part, law)) };
};

const headingOf = (kind: "all" | "any", wanted: boolean): Heading => {
  if (wanted) return kind;
  return kind === "all" ? "not-all" : "none";
};

const itemOf = (part: Condition, law: Law): Item => {
  const { heading, items } = read(part, law, true);
  const [only = { text: "" }] = items;
  return heading === null ? only : { text: HEADINGS[heading], items };
};

const leafInWords = (leaf: Leaf, law: Law, wanted: boolean): string => {
  const definition = factOrQuestion(leaf.fact, law);
  const needed = markdown(neededInWords(testOf(leaf), wanted, definition));
  const title = isQuestionRead(leaf.fact, law)
    ? linkTo(placeOfQuestion(leaf.fact), definition.title)
    : markdown(definition.title);
  return definition.title.endsWith("?") ? `${title} ${needed}` : `${title}: ${needed}`;
};
