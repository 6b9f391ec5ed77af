import type { ReadableSource } from "../mapping/mapping.ts";

/** Every column that a source reads, so that a file which lacks one is refused before the first row. */
export const columnsOf = (source: ReadableSource): readonly string[] => {
  const { match: _match, format: _format, ...parts } = source;
  return [...new Set(namedIn(parts))].sort();
};

/** The keys under which a mapping names columns; tables of values and codes are the agency's data and are passed over. */
const namedIn = (part: unknown): readonly string[] => {
  if (Array.isArray(part)) return part.flatMap(namedIn);
  if (typeof part !== "object" || part === null) return [];
  return Object.entries(part).flatMap(([key, value]: [string, unknown]) => {
    if (key === "column" && typeof value === "string") return [value];
    if (COLUMN_LISTS.has(key) && isTextList(value)) return value;
    return DATA.has(key) ? [] : namedIn(value);
  });
};

const COLUMN_LISTS: ReadonlySet<string> = new Set(["columns", "key", "within"]);
const DATA: ReadonlySet<string> = new Set(["values", "codes", "constants", "readTogether"]);

const isTextList = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((each) => typeof each === "string");
