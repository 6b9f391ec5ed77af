import { type Axis, OUTSIDE } from "../diagram/cell.ts";
import type { FactDefinition } from "../vocabulary/fact-definition.ts";
import { isDay } from "./is-day.ts";

/**
 * How the cell of one fact's value is found: by itself for a boolean (`null`), in a map for an enum, by a function for a
 * number or a day. Three shapes, since a call through one of many functions costs more than finding the cell.
 */
export type CellReader = ReadonlyMap<unknown, number> | ((value: unknown) => number) | null;

type OfType<Type extends FactDefinition["type"]> = Extract<FactDefinition, { type: Type }>;

export const cellReader = (axis: Axis): CellReader => {
  const { definition } = axis;
  switch (definition.type) {
    case "boolean":
      return null;
    case "enum":
      return new Map(definition.values.map((value) => [value, axis.cellOf(value)]));
    case "integer":
      return integerReader(axis, definition);
    case "date":
      return dateReader(axis, definition);
  }
};

/** The cell a value falls in, or `OUTSIDE`: what the axis's `cellOf` says. */
export const readCell = (reader: CellReader, value: unknown): number => {
  if (reader === null) return value === true ? 1 : value === false ? 0 : OUTSIDE;
  return typeof reader === "function" ? reader(value) : (reader.get(value) ?? OUTSIDE);
};

const integerReader = ({ cells }: Axis, { min, max }: OfType<"integer">): ((value: unknown) => number) => {
  const starts = cells.map(({ range }) => (range.kind === "integers" ? range.from : min));
  return (value) =>
    typeof value === "number" && value >= min && value <= max && Number.isSafeInteger(value)
      ? lastStart(starts, value)
      : OUTSIDE;
};

const dateReader = ({ cells }: Axis, { from, to }: OfType<"date">): ((value: unknown) => number) => {
  const starts = cells.map(({ range }) => (range.kind === "dates" ? range.from : from));
  return (value) =>
    typeof value === "string" && isDay(value) && value >= from && value <= to ? lastStart(starts, value) : OUTSIDE;
};

/** Rules cut a fact in few places, so that stepping down from the last beats halving. */
const lastStart = <Point extends number | string>(starts: readonly Point[], value: Point): number => {
  let cell = starts.length - 1;
  while (cell > 0 && value < (starts[cell] ?? value)) cell -= 1;
  return cell;
};
