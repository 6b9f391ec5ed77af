import type { Axis } from "../diagram/cell.ts";
import type { FactDefinition } from "../vocabulary/fact-definition.ts";

/** A fact as a written module holds it: what is asked for it, and how its values fall into cells. */
export type WrittenFact = {
  readonly name: string;
  /** Its place in the vocabulary, which is the order a conversation would take. */
  readonly order: number;
  /** How many cells it has. */
  readonly size: number;
  readonly question: string;
  readonly knownBy: string;
  readonly sensitive: boolean;
} & WrittenCells;

/** Which values a fact may have, and the cell of each; in a fact that no rule reads, cells tell nothing and are left out. */
export type WrittenCells =
  | { readonly values?: never; readonly starts?: never }
  /** The values of an enum, and the cell of each. */
  | { readonly values: readonly string[]; readonly cells?: readonly number[] }
  /** The first number or day of each cell, and the last of all. */
  | { readonly starts: readonly (number | string)[]; readonly last: number | string };

export const writtenFact = (axis: Axis, order: number): WrittenFact => {
  const { name, question, knownBy, sensitive } = axis.definition;
  return { name, order, size: axis.cells.length, question, knownBy, sensitive, ...cellsOf(axis, axis.definition) };
};

const cellsOf = ({ cells, cellOf }: Axis, definition: FactDefinition): WrittenCells => {
  const starts = cells.flatMap(({ range }) =>
    range.kind === "integers" || range.kind === "dates" ? [range.from] : [],
  );
  switch (definition.type) {
    case "boolean":
      return {};
    case "enum":
      return { values: definition.values, cells: definition.values.map(cellOf) };
    case "integer":
      return { starts, last: definition.max };
    case "date":
      return { starts, last: definition.to };
  }
};

/** The domain of a fact that the question does not read. */
export const writtenDomain = (definition: FactDefinition): WrittenCells => {
  switch (definition.type) {
    case "boolean":
      return {};
    case "enum":
      return { values: definition.values };
    case "integer":
      return { starts: [definition.min], last: definition.max };
    case "date":
      return { starts: [definition.from], last: definition.to };
  }
};
