import type { FactDefinition } from "../vocabulary/fact-definition.ts";
import { isCalendarDay } from "./calendar-day.ts";
import type { Axis, Cell } from "./cell.ts";
import { OUTSIDE } from "./cell.ts";
import { dateCells } from "./date-cells.ts";
import { integerCells } from "./integer-cells.ts";
import type { FactTest } from "./fact-test.ts";

type OfType<Type extends FactDefinition["type"]> = Extract<FactDefinition, { type: Type }>;

/** Cuts a fact's domain into the cells that the given tests tell apart. */
export const cutDomain = (definition: FactDefinition, tests: readonly FactTest[]): Axis => {
  switch (definition.type) {
    case "boolean":
      return { definition, cells: BOOLEAN_CELLS, cellOf: booleanCellOf };
    case "enum":
      return enumAxis(definition, tests);
    case "integer":
      return intervalAxis(definition, integerCells(definition, tests));
    case "date":
      return intervalAxis(definition, dateCells(definition, tests));
  }
};

const BOOLEAN_CELLS: readonly Cell[] = [
  { range: { kind: "boolean", value: false }, sample: false, label: "no", share: 0.5 },
  { range: { kind: "boolean", value: true }, sample: true, label: "yes", share: 0.5 },
];

const booleanCellOf = (value: unknown): number => (value === true ? 1 : value === false ? 0 : OUTSIDE);

const enumAxis = (definition: OfType<"enum">, tests: readonly FactTest[]): Axis => {
  const mentioned = new Set(tests.flatMap((test) => test.values));
  const named = definition.values.filter((value) => mentioned.has(value));
  const others = definition.values.filter((value) => !mentioned.has(value));
  const share = 1 / definition.values.length;
  const cells = [...named.map((value) => valueCell(value, share)), ...otherCell(others, share)];
  const indexes = new Map<unknown, number>([
    ...named.map((value, index) => [value, index] as const),
    ...others.map((value) => [value, named.length] as const),
  ]);
  return { definition, cells, cellOf: (value) => indexes.get(value) ?? OUTSIDE };
};

const valueCell = (value: string, share: number): Cell => ({
  range: { kind: "values", values: [value], others: false },
  sample: value,
  label: value,
  share,
});

const otherCell = (others: readonly string[], share: number): readonly Cell[] => {
  const [sample, ...rest] = others;
  if (sample === undefined) return [];
  const label = rest.length === 0 ? sample : "any other value";
  return [{ range: { kind: "values", values: others, others: true }, sample, label, share: share * others.length }];
};

const intervalAxis = (definition: OfType<"integer" | "date">, cells: readonly Cell[]): Axis => ({
  definition,
  cells,
  cellOf: (value) => (isValueOf(definition, value) ? cells.findLastIndex((cell) => startsBy(value, cell)) : OUTSIDE),
});

const startsBy = (value: number | string, { range }: Cell): boolean =>
  (range.kind === "integers" || range.kind === "dates") && range.from <= value;

const isValueOf = (definition: OfType<"integer" | "date">, value: unknown): value is number | string =>
  definition.type === "integer"
    ? Number.isSafeInteger(value) && Number(value) >= definition.min && Number(value) <= definition.max
    : typeof value === "string" && isCalendarDay(value) && value >= definition.from && value <= definition.to;
