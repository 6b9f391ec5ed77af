import type { Column } from "../columns/column.ts";
import type { Facts } from "../facts.ts";
import type { FactDefinition, FactName } from "../vocabulary/fact-definition.ts";

/** The same rows as columns, once for each shape that a column may have. */
export const inEveryShape = (
  facts: readonly FactDefinition[],
  rows: readonly Facts[],
): readonly Readonly<Record<FactName, Column>>[] =>
  [asArray, asVector, asCodes, asNumbers].map((shape) =>
    Object.fromEntries(facts.map(({ name }) => [name, shape(rows.map((row) => row[name]))])),
  );

type Shape = (values: readonly unknown[]) => Column;

const asArray: Shape = (values) => values;

const asVector: Shape = (values) => ({ length: values.length, get: (row) => values[row] ?? null });

const asCodes: Shape = (values) => {
  const distinct = [...new Set(values)];
  return { codes: Uint16Array.from(values, (value) => distinct.indexOf(value)), values: distinct as CodedValues };
};

type CodedValues = Extract<Column, { readonly codes: unknown }>["values"];

/** A column of numbers alone as a typed array; any other as it is. */
const asNumbers: Shape = (values) =>
  values.every((value) => typeof value === "number") ? Float64Array.from(values) : values;
