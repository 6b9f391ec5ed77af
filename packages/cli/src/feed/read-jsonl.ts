import { NOT_TEXT, notText } from "./csv-outcomes.ts";
import { readLines, type LineSource } from "./read-lines.ts";
import type { RecordOutcome } from "./record.ts";

/** Reads a JSON Lines file as batches of records; a nested value's column is its dotted path. Blank lines are skipped. */
export async function* readJsonl(source: LineSource): AsyncGenerator<readonly RecordOutcome[]> {
  let row = 0;
  for await (const lines of readLines(source)) {
    const batch: RecordOutcome[] = [];
    for (const line of lines) {
      row += 1;
      if (line.trim() !== "") batch.push(readJsonLine(line, row));
    }
    yield batch;
  }
}

/** Reads one line. The parser's own message is never passed on: it quotes the line. */
export const readJsonLine = (line: string, row: number): RecordOutcome => {
  if (line.includes(NOT_TEXT)) return notText(row);
  const value = parseObject(line);
  if (value === null) {
    return {
      ok: false,
      row,
      problem: {
        column: null,
        problem: "the line is not one JSON object",
        howToFix: "write one complete JSON object a line, without comments or trailing commas",
      },
    };
  }
  return { ok: true, record: { row, value, cell: (column) => textAt(value, column) } };
};

type JsonObject = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const parseObject = (line: string): JsonObject | null => {
  try {
    const value: unknown = JSON.parse(line);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
};

const textAt = (value: JsonObject, column: string): string => {
  const found = Object.hasOwn(value, column) ? value[column] : column.split(".").reduce<unknown>(step, value);
  if (typeof found === "string") return found.trim();
  return typeof found === "number" || typeof found === "boolean" ? String(found) : "";
};

const step = (value: unknown, key: string): unknown =>
  isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
