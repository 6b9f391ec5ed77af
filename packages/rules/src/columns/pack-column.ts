import { type Column, type ColumnVector, isCoded, isNumbers, isVector } from "./column.ts";
import { type FactPacking, packCodes, packIntegers, packValues } from "./pack-fact.ts";

/** Adds one fact's column to its word. */
export const packColumn = (packing: FactPacking, column: Column): void => {
  if (isCoded(column)) packCodes(packing, { from: 0, ...column });
  else if (isVector(column)) packVector(packing, column);
  else if (!isNumbers(column) || !packIntegers(packing, column))
    packValues(packing, column.length, (row) => column[row]);
};

const packVector = (packing: FactPacking, vector: ColumnVector): void => {
  const chunks = dictionaryChunks(vector);
  if (chunks === null) return packValues(packing, vector.length, (row) => vector.get(row));
  let from = 0;
  for (const chunk of chunks) {
    const values = Array.from({ length: chunk.dictionary.length }, (_, code) => chunk.dictionary.get(code));
    packCodes(packing, { from, codes: codesOf(chunk, values.length), values: [...values, null] });
    from += chunk.length;
  }
};

/** A stretch of an Apache Arrow vector whose values are given by number. */
type DictionaryChunk = {
  readonly length: number;
  readonly nullCount: number;
  readonly values: ArrayLike<number>;
  readonly dictionary: ColumnVector;
  readonly getValid: (row: number) => boolean;
};

/** The stretches of a dictionary-encoded vector; `null` for any other vector. */
const dictionaryChunks = (vector: ColumnVector): readonly DictionaryChunk[] | null => {
  if (!("data" in vector) || !Array.isArray(vector.data)) return null;
  const chunks: readonly unknown[] = vector.data;
  return chunks.every(isDictionaryChunk) ? chunks : null;
};

const isDictionaryChunk = (chunk: unknown): chunk is DictionaryChunk =>
  typeof chunk === "object" &&
  chunk !== null &&
  "dictionary" in chunk &&
  typeof chunk.dictionary === "object" &&
  chunk.dictionary !== null;

const codesOf = (chunk: DictionaryChunk, missing: number): ArrayLike<number> =>
  chunk.nullCount === 0
    ? chunk.values
    : Array.from({ length: chunk.length }, (_, row) =>
        chunk.getValid(row) ? (chunk.values[row] ?? missing) : missing,
      );
