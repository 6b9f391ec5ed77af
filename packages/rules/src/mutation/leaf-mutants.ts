import { nextDay, previousDay } from "../diagram/calendar-day.ts";
import { testOf } from "../diagram/fact-test.ts";
import type { FactLiteral, Leaf, Operator } from "../file/condition.ts";
import { listInWords, plainName } from "../explain/fact-words.ts";
import type { Vocabulary } from "../vocabulary/fact-definition.ts";
import { titleOf, valueInWords } from "../cover/condition-words.ts";
import type { MutantKind } from "./mutant.ts";

/** A leaf changed in one way; whether its fact's domain admits the change is not looked at here. */
export type LeafMutant = { readonly leaf: Leaf; readonly kind: MutantKind; readonly change: string };

/** Every small change of one test: its operator, a boundary by one either way, one value of its list more or less. */
export const leafMutants = (leaf: Leaf, vocabulary: Vocabulary): readonly LeafMutant[] => [
  ...OPERATOR_NEIGHBOURS[leaf.operator].map((operator) => renamed(leaf, { ...leaf, operator }, vocabulary)),
  ...shifted(leaf, vocabulary),
  ...listMutants(leaf, vocabulary),
];

/** The operators that a slip would write instead: the opposite, and for a boundary the one that moves the bound to the other side. */
const OPERATOR_NEIGHBOURS: Readonly<Record<Operator, readonly Operator[]>> = {
  equal: ["notEqual"],
  notEqual: ["equal"],
  in: ["notIn"],
  notIn: ["in"],
  lessThan: ["lessThanInclusive", "greaterThanInclusive"],
  lessThanInclusive: ["lessThan", "greaterThan"],
  greaterThan: ["greaterThanInclusive", "lessThanInclusive"],
  greaterThanInclusive: ["greaterThan", "lessThan"],
};

const renamed = (before: Leaf, after: Leaf, vocabulary: Vocabulary): LeafMutant => ({
  leaf: after,
  kind: "operator",
  change: becomes(before, after, vocabulary),
});

const becomes = (before: Leaf, after: Leaf, vocabulary: Vocabulary): string =>
  `${titleOf(before, vocabulary)}: \`${valueInWords(before, vocabulary)}\` becomes \`${valueInWords(after, vocabulary)}\``;

const shifted = (leaf: Leaf, vocabulary: Vocabulary): readonly LeafMutant[] => {
  const type = vocabulary.get(leaf.fact)?.type;
  if ((type !== "integer" && type !== "date") || Array.isArray(leaf.value)) return [];
  const { value } = leaf;
  return [-1, 1].flatMap((step) => {
    const moved = { ...leaf, value: typeof value === "number" ? value + step : dayBeside(String(value), step) };
    return { leaf: moved, kind: "boundary" as const, change: becomes(leaf, moved, vocabulary) };
  });
};

const dayBeside = (day: string, step: number): string => (step < 0 ? previousDay(day) : nextDay(day));

const listMutants = (leaf: Leaf, vocabulary: Vocabulary): readonly LeafMutant[] => {
  if (leaf.operator !== "in" && leaf.operator !== "notIn") return [];
  const { values } = testOf(leaf);
  const title = titleOf(leaf, vocabulary);
  const dropped = values.length < 2 ? [] : values;
  return [
    ...dropped.map((value) => ({
      leaf: { ...leaf, value: values.filter((other) => other !== value) },
      kind: "list-value" as const,
      change: `${title}: \`${named(value)}\` is left out of \`${listed(values)}\``,
    })),
    ...unlisted(leaf, vocabulary).map((value) => ({
      leaf: { ...leaf, value: [...values, value] },
      kind: "list-value" as const,
      change: `${title}: \`${named(value)}\` is added to \`${listed(values)}\``,
    })),
  ];
};

/** One value that the list lacks: the one after its last in the vocabulary. */
const unlisted = (leaf: Leaf, vocabulary: Vocabulary): readonly FactLiteral[] => {
  const definition = vocabulary.get(leaf.fact);
  const { values } = testOf(leaf);
  if (definition?.type === "integer") return [Math.max(...values.map(Number)) + 1];
  if (definition?.type !== "enum") return [];
  const last = Math.max(...values.map((value) => definition.values.indexOf(String(value))));
  const onwards = [...definition.values.slice(last + 1), ...definition.values.slice(0, last)];
  return onwards.filter((value) => !values.includes(value)).slice(0, 1);
};

const named = (value: FactLiteral): string => plainName(String(value));

const listed = (values: readonly FactLiteral[]): string => listInWords(values.map(named));
