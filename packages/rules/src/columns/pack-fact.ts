import { type Axis, OUTSIDE } from "../diagram/cell.ts";
import type { PackedFact } from "../diagram/word.ts";

/** Where one fact of every row goes: its part is added to the row's word; rows whose value is none are put in `bad`. */
export type FactPacking = {
  readonly axis: Axis;
  readonly fact: PackedFact;
  readonly word: Uint16Array;
  readonly bad: number[];
};

/** A stretch of rows whose values are given by number. */
export type CodedRows = {
  readonly from: number;
  readonly codes: ArrayLike<number>;
  /** By code, the values. */
  readonly values: readonly unknown[];
};

/** What a value adds to a word; `NOT_A_VALUE` when the fact cannot have it. */
const NOT_A_VALUE = -1;

const partOf = ({ axis, fact }: FactPacking, value: unknown): number => {
  const cell = isMissing(value) ? axis.cells.length : axis.cellOf(value);
  return cell === OUTSIDE ? NOT_A_VALUE : cell * fact.stride;
};

const isMissing = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === "object" && "uncertain" in value && value.uncertain === true);

/** Adds values by code: each value is looked at once, however many rows have it. */
export const packCodes = (packing: FactPacking, { from, codes, values }: CodedRows): void => {
  const parts = values.map((value) => partOf(packing, value));
  const { word, bad } = packing;
  const { length } = codes;
  for (let row = 0; row < length; row += 1) {
    const part = parts[codes[row] ?? NOT_A_VALUE] ?? NOT_A_VALUE;
    if (part === NOT_A_VALUE) bad.push(from + row);
    else word[from + row] = (word[from + row] ?? 0) + part;
  }
};

/** How many distinct values of a column are remembered; a fact with more of them is a number or a day. */
const MAX_REMEMBERED = 10_000;

/** Adds values one by one, as `read` gives them. */
export const packValues = (packing: FactPacking, length: number, read: (row: number) => unknown): void => {
  const parts = new Map<unknown, number>();
  const { word, bad } = packing;
  for (let row = 0; row < length; row += 1) {
    const value = read(row);
    let part = parts.get(value);
    if (part === undefined) {
      part = partOf(packing, value);
      if (parts.size < MAX_REMEMBERED) parts.set(value, part);
    }
    if (part === NOT_A_VALUE) bad.push(row);
    else word[row] = (word[row] ?? 0) + part;
  }
};

/** Domains up to this size are written out, one entry per whole number. */
const MAX_WRITTEN_OUT = 2 ** 16;

/** Adds whole numbers of a typed array; `false`, and nothing added, when the fact is no whole number of a small domain. */
export const packIntegers = (packing: FactPacking, numbers: ArrayLike<number>): boolean => {
  const { axis, word, bad } = packing;
  const { definition } = axis;
  if (definition.type !== "integer" || definition.max - definition.min >= MAX_WRITTEN_OUT) return false;
  const { min, max } = definition;
  const parts = Int32Array.from({ length: max - min + 1 }, (_, step) => partOf(packing, min + step));
  const { length } = numbers;
  for (let row = 0; row < length; row += 1) {
    const part = parts[(numbers[row] ?? Number.NaN) - min];
    if (part === undefined) bad.push(row);
    else word[row] = (word[row] ?? 0) + part;
  }
  return true;
};
