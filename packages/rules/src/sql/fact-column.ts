import type { Axis, CellRange } from "../diagram/cell.ts";
import type { FactDefinition } from "../vocabulary/fact-definition.ts";
import type { Dialect } from "./dialect.ts";

/** The column that holds a fact, its name quoted. */
export type FactColumn = { readonly axis: Axis; readonly column: string };

/** The number of the cell that a row's fact falls in; one more than the last cell's when it is `NULL`. */
export const cellSql = ({ axis, column }: FactColumn, dialect: Dialect): string => {
  const compared = dialect.compared(column, axis.definition.type);
  const last = axis.cells.length - 1;
  const cells = axis.cells
    .slice(0, last)
    .map(({ range }, cell) => `WHEN ${isBelow(range, compared, dialect)} THEN ${cell}`);
  return `CASE ${[`WHEN ${column} IS NULL THEN ${axis.cells.length}`, ...cells].join(" ")} ELSE ${last} END`;
};

/** Cells are tested in order, so that a stretch need only be told from those after it. */
const isBelow = (range: CellRange, compared: string, dialect: Dialect): string => {
  switch (range.kind) {
    case "boolean":
      return `${compared} = ${dialect.boolean(range.value)}`;
    case "values":
      return isOneOf(compared, range.values.map(dialect.text));
    case "integers":
      return `${compared} < ${range.until}`;
    case "dates":
      return `${compared} < ${dialect.day(range.until)}`;
  }
};

/** Whether a row's fact is `NULL` or a value of its domain; true or not true, and never an error of its own. */
export const isValueSql = ({ axis: { definition }, column }: FactColumn, dialect: Dialect): string => {
  const tests = [
    ...dialect.wellTyped(column, definition.type),
    ...inDomain(definition, dialect.compared(column, definition.type), dialect),
  ];
  return `${column} IS NULL OR (${tests.join(" AND ")})`;
};

const inDomain = (definition: FactDefinition, compared: string, dialect: Dialect): readonly string[] => {
  switch (definition.type) {
    case "boolean":
      return [isOneOf(compared, [dialect.boolean(false), dialect.boolean(true)])];
    case "enum":
      return [isOneOf(compared, definition.values.map(dialect.text))];
    case "integer":
      return [`${compared} >= ${definition.min}`, `${compared} <= ${definition.max}`];
    case "date":
      return [`${compared} >= ${dialect.day(definition.from)}`, `${compared} <= ${dialect.day(definition.to)}`];
  }
};

const isOneOf = (compared: string, [first = "NULL", ...others]: readonly string[]): string =>
  others.length === 0 ? `${compared} = ${first}` : `${compared} IN (${[first, ...others].join(", ")})`;
