import type { CellRange } from "../diagram/cell.ts";
import type { FactValue } from "../facts.ts";
import type { Region } from "../region/region.ts";

/** Whether somebody is in a region, given the value that each fact named in it has. */
export const isInRegion = ({ tests }: Pick<Region, "tests">, valueOf: (fact: string) => FactValue): boolean =>
  tests.every(({ fact, ranges }) => ranges.some((range) => isIn(range, valueOf(fact))));

const isIn = (range: CellRange, value: FactValue): boolean => {
  if (range.kind === "boolean") return range.value === value;
  if (range.kind === "values") return range.values.includes(String(value));
  // Days are text and numbers are numbers on both sides of a comparison: the range is of the fact's own type.
  return range.from <= value && value < range.until;
};
