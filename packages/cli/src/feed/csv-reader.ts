import { brokenQuote, notText, NOT_TEXT, recordOf, wrongCount } from "./csv-outcomes.ts";
import type { RecordOutcome } from "./record.ts";
import { type RecordStyle, splitRecord } from "./split-record.ts";

export type CsvShape = {
  readonly style: RecordStyle;
  /** The columns' names; with `hasHeader` the file's first record holds them and is skipped. */
  readonly columns: readonly string[];
  readonly hasHeader: boolean;
};

export type CsvReader = {
  readonly push: (line: string) => readonly RecordOutcome[];
  readonly end: () => readonly RecordOutcome[];
};

/** A quoted field that runs longer than this is taken for a torn quote. */
const LONGEST_RECORD = { lines: 200, characters: 1 << 20 } as const;

type Line = { readonly row: number; readonly text: string };
/** What a line led to: records found, and the lines of a quoted field that has not ended. */
type Step = { readonly found: readonly RecordOutcome[]; readonly held: readonly Line[] };

/**
 * Turns physical lines into records. A torn quote costs one line and not the rest of the file: reading resumes on the line
 * after the one where the quote opened. csv-parse splits each record; given the whole file, it would lose every row after the quote.
 */
export const createCsvReader = (shape: CsvShape): CsvReader => {
  const index = new Map(shape.columns.map((column, at) => [column, at]));
  let row = 0;
  let held: readonly Line[] = [];
  const take = (step: Step): readonly RecordOutcome[] => {
    held = step.held;
    return step.found;
  };
  const finish = (): readonly RecordOutcome[] => take(giveUp(held, shape, index));
  return {
    push: (text) => {
      row += 1;
      if (row === 1 && shape.hasHeader) return [];
      return text.includes(NOT_TEXT) ? [...finish(), notText(row)] : take(read([...held, { row, text }], shape, index));
    },
    end: finish,
  };
};

type Index = ReadonlyMap<string, number>;

const read = (lines: readonly Line[], shape: CsvShape, index: Index): Step => {
  const [first] = lines;
  if (first === undefined || (lines.length === 1 && first.text === "")) return { found: [], held: [] };
  const text = lines.length === 1 ? first.text : lines.map((line) => line.text).join("\n");
  const outcome = splitRecord(text, shape.style);
  if (outcome.kind === "fields") return fieldsRead(lines, outcome.fields, { shape, index });
  return outcome.kind === "torn" || isTooLong(lines, text)
    ? resume(lines, outcome.field, { shape, index })
    : { found: [], held: lines };
};

const isTooLong = (lines: readonly Line[], text: string): boolean =>
  lines.length >= LONGEST_RECORD.lines || text.length >= LONGEST_RECORD.characters;

type Reading = { readonly shape: CsvShape; readonly index: Index };

/** Several lines that make a record of the wrong width are a torn quote that happened to close. */
const fieldsRead = (lines: readonly Line[], fields: readonly string[], { shape, index }: Reading): Step => {
  const { columns } = shape;
  const row = lines[0]?.row ?? 0;
  if (fields.length === columns.length)
    return { found: [{ ok: true, record: recordOf(row, fields, index) }], held: [] };
  return lines.length > 1
    ? resume(lines, 0, { shape, index })
    : { found: [wrongCount(row, fields.length, columns.length)], held: [] };
};

/** Gives up on the first line and reads the others again. */
const resume = (lines: readonly Line[], field: number, { shape, index }: Reading): Step => {
  const [first, ...others] = lines;
  const start: Step = {
    found: first === undefined ? [] : [brokenQuote(first.row, shape.columns[field - 1] ?? null)],
    held: [],
  };
  return others.reduce<Step>((before, line) => {
    const step = read([...before.held, line], shape, index);
    return { found: [...before.found, ...step.found], held: step.held };
  }, start);
};

/** At the end of the file a quote that is still open is torn. */
const giveUp = (lines: readonly Line[], shape: CsvShape, index: Index): Step => {
  if (lines.length === 0) return { found: [], held: [] };
  const open = splitRecord(lines.map((line) => line.text).join("\n"), shape.style);
  const step = resume(lines, open.kind === "fields" ? 0 : open.field, { shape, index });
  const rest = giveUp(step.held, shape, index);
  return { found: [...step.found, ...rest.found], held: [] };
};
