import { previousDay } from "../../diagram/calendar-day.ts";
import type { Axis, Cell, CellRange } from "../../diagram/cell.ts";
import { itemAt } from "../../diagram/item-at.ts";
import type { FactDefinition } from "../../vocabulary/fact-definition.ts";

/** Values as FEEL unary tests: those that pass, and those that do not where they can be listed. */
export type ValueTests = { readonly inside: readonly string[]; readonly outside: readonly string[] };

/** Passes the values inside; an unknown fact never passes. */
export const knownTest = ({ inside, outside }: ValueTests): string =>
  isShorter(outside, inside) ? `not(null, ${outside.join(", ")})` : inside.join(", ");

/** Passes the values inside, and an unknown fact. */
export const possibleTest = ({ inside, outside }: ValueTests): string =>
  isShorter(outside, inside) ? `not(${outside.join(", ")})` : `null, ${inside.join(", ")}`;

/** The values of some cells of a fact. */
export const testsOf = (axis: Axis, cells: ReadonlySet<number>): ValueTests => {
  const { definition } = axis;
  if (definition.type === "boolean") return { inside: [...cells].map((cell) => String(cell === 1)), outside: [] };
  if (definition.type === "enum") {
    const isInside = (value: string): boolean => cells.has(axis.cellOf(value));
    return {
      inside: definition.values.filter(isInside).map(feelString),
      outside: definition.values.filter((value) => !isInside(value)).map(feelString),
    };
  }
  return { inside: stretchesOf(axis, cells).map((stretch) => intervalTest(definition, stretch)), outside: [] };
};

/** The values of some cells of the answer of a question read: what is neither yes nor no passes no test of it. */
export const testsOfAnswer = (cells: ReadonlySet<number>): ValueTests => ({
  inside: [...cells].map((cell) => (cell === 1 ? feelString("yes") : feelString("no"))),
  outside: [],
});

/** The values a fact may have, as FEEL unary tests. */
export const allowedValues = (definition: FactDefinition): string => {
  switch (definition.type) {
    case "boolean":
      return "true, false";
    case "enum":
      return definition.values.map(feelString).join(", ");
    case "integer":
      return `[${definition.min}..${definition.max}]`;
    case "date":
      return `[${feelDay(definition.from)}..${feelDay(definition.to)}]`;
  }
};

/** A text as FEEL writes it: its escapes are those of JSON. */
export const feelString = (text: string): string => JSON.stringify(text);

/** A list of texts as FEEL writes it. */
export const feelStrings = (texts: readonly string[]): string => `[${texts.map(feelString).join(", ")}]`;

const feelDay = (day: string): string => `date("${day}")`;

/** What is left out is written only where it is the shorter list. */
const isShorter = (outside: readonly string[], inside: readonly string[]): boolean =>
  outside.length > 0 && outside.length < inside.length;

/** Cells that follow each other, by the first and the last of them. */
type Stretch = { readonly first: Cell; readonly last: Cell };

const stretchesOf = ({ cells: all }: Axis, cells: ReadonlySet<number>): readonly Stretch[] => {
  const starts = [...all.keys()].filter((cell) => cells.has(cell) && !cells.has(cell - 1));
  const ends = [...all.keys()].filter((cell) => cells.has(cell) && !cells.has(cell + 1));
  return starts.map((start, place) => ({ first: itemAt(all, start), last: itemAt(all, itemAt(ends, place)) }));
};

type OfType<Type extends FactDefinition["type"]> = Extract<FactDefinition, { type: Type }>;
type Interval = OfType<"integer" | "date">;

const intervalTest = (definition: Interval, stretch: Stretch): string => {
  const { low, high, until, reachesLeast, reachesMost } = boundsOf(definition, stretch);
  if (low === high) return low;
  if (reachesMost) return `>= ${low}`;
  return reachesLeast ? `< ${until}` : `[${low}..${high}]`;
};

type Bounds = {
  readonly low: string;
  readonly high: string;
  /** The first value above. */
  readonly until: string;
  readonly reachesLeast: boolean;
  readonly reachesMost: boolean;
};

const boundsOf = (definition: Interval, { first, last }: Stretch): Bounds =>
  definition.type === "integer"
    ? wholeNumbers(definition, first.range, last.range)
    : days(definition, first.range, last.range);

const wholeNumbers = ({ min, max }: OfType<"integer">, first: CellRange, last: CellRange): Bounds => {
  const from = first.kind === "integers" ? first.from : min;
  const until = last.kind === "integers" ? last.until : max + 1;
  return {
    low: `${from}`,
    high: `${until - 1}`,
    until: `${until}`,
    reachesLeast: from === min,
    reachesMost: until - 1 === max,
  };
};

const days = ({ from: least, to: most }: OfType<"date">, first: CellRange, last: CellRange): Bounds => {
  const from = first.kind === "dates" ? first.from : least;
  const to = last.kind === "dates" ? previousDay(last.until) : most;
  return {
    low: feelDay(from),
    high: feelDay(to),
    until: feelDay(last.kind === "dates" ? last.until : most),
    reachesLeast: from === least,
    reachesMost: to === most,
  };
};
