import type { Column, ColumnTable } from "../src/columns/column.ts";
import type { FactSpace } from "../src/diagram/fact-space.ts";
import type { FactDefinition } from "../src/vocabulary/fact-definition.ts";
import type { CompleteFacts } from "../src/reference/reference-holds.ts";

/** Rows turned into typed arrays, as a store keeps them: whole numbers as they are, every other value by code. */
export const columnTable = (space: FactSpace, rows: readonly CompleteFacts[]): ColumnTable => ({
  length: rows.length,
  columns: Object.fromEntries(space.axes.map(({ definition }) => [definition.name, columnOf(definition, rows)])),
});

const columnOf = ({ name, type }: FactDefinition, rows: readonly CompleteFacts[]): Column => {
  if (type === "integer") return Int16Array.from(rows, (row) => Number(row[name]));
  const values = [...new Set(rows.map((row) => row[name]))];
  const codes = new Map(values.map((value, code) => [value, code]));
  return { codes: Uint8Array.from(rows, (row) => codes.get(row[name]) ?? 255), values };
};
