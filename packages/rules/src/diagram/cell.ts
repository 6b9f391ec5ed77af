import type { FactValue } from "../facts.ts";
import type { FactDefinition } from "../vocabulary/fact-definition.ts";

/** What a cell covers. Intervals are half open: `from` belongs to the cell, `until` does not. */
export type CellRange =
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "values"; readonly values: readonly string[]; readonly others: boolean }
  | { readonly kind: "integers"; readonly from: number; readonly until: number }
  | { readonly kind: "dates"; readonly from: string; readonly until: string };

/** A part of a fact's domain whose values no rule tells apart. */
export type Cell = {
  readonly range: CellRange;
  /** A value of the cell: what holds for it holds for every value of the cell. */
  readonly sample: FactValue;
  /** The cell in a few plain words: `under 18 years`, `felony`, `any other value`. */
  readonly label: string;
  /** The part of the domain the cell covers, counted in values; the cells of a fact sum to 1. */
  readonly share: number;
};

/** A fact with its domain cut into cells. */
export type Axis = {
  readonly definition: FactDefinition;
  readonly cells: readonly Cell[];
  /** The index of the cell a value falls in, or `OUTSIDE` when it is no value of the fact. */
  readonly cellOf: (value: unknown) => number;
};

/** The cell index of a value that the fact's domain does not have, and of a fact that is missing. */
export const OUTSIDE = -1;
