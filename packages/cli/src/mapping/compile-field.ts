import type { CellProblem } from "../feed/reject.ts";
import { listed, quotedCode } from "./code-text.ts";
import { below, type LiteralReader, type Place, report } from "./compile-context.ts";
import type { FieldAt, Literal, ValueMap } from "./field-at.ts";
import { readDate } from "./read-date.ts";
import type { Target } from "./target.ts";

/** Turns "this column, these values" into a reader of records; what does not fit the field is reported at `place`. */
export const compileField = (at: FieldAt, target: Target, place: Place): LiteralReader => {
  if (at.date !== undefined && target.type !== "date")
    report(below(place, "date"), "the field does not hold a date", "remove `date`");
  const read = at.values === undefined ? plainReader(at, target, place) : mappedReader(at.values, target, place);
  const { column } = at;
  return (record, problems) => {
    const text = record.cell(column);
    if (text === "") return null;
    const outcome = read(text);
    if (!isFault(outcome)) return outcome;
    problems.push({ column, ...outcome });
    return null;
  };
};

type Fault = Omit<CellProblem, "column">;
type TextReader = (text: string) => Literal | null | Fault;

const isFault = (outcome: Literal | null | Fault): outcome is Fault => typeof outcome === "object" && outcome !== null;

const mappedReader = (values: ValueMap, target: Target, place: Place): TextReader => {
  const meanings = new Map<string, Literal | null>();
  for (const [code, meaning] of Object.entries(values)) {
    meanings.set(code.trim(), meaning);
    if (meaning !== null) checkLiteral(meaning, target, below(place, `values.${code}`));
  }
  const howToFix = `add the code to the column's \`values\` in the mapping, or correct the export; known are ${listed([...meanings.keys()])}`;
  return (text) => {
    const meaning = meanings.get(text);
    return meaning === undefined ? { problem: `unmapped code${quotedCode(text)}`, howToFix } : meaning;
  };
};

/** Reports a literal of the mapping that its field cannot take. */
export const checkLiteral = (literal: Literal, target: Target, place: Place): void => {
  if (!fits(literal, target)) report(place, "the value does not fit the field", `write ${wanted(target)}`);
};

const fits = (literal: Literal, target: Target): boolean => {
  switch (target.type) {
    case "boolean":
      return typeof literal === "boolean";
    case "integer":
      return Number.isInteger(literal) && isWithin(Number(literal), target);
    case "enum":
      return target.values.some((value) => value === literal);
    case "date":
      return readDate(String(literal), "YYYY-MM-DD") !== null;
    case "id":
    case "text":
      return typeof literal === "string";
  }
};

const isWithin = (value: number, { min, max }: { readonly min: number; readonly max: number }): boolean =>
  value >= min && value <= max;

const wanted = (target: Target): string => {
  switch (target.type) {
    case "boolean":
      return "`true`, `false` or `null`";
    case "integer":
      return `a whole number from ${target.min} to ${target.max}`;
    case "enum":
      return `one of ${target.values.map((value) => `\`${value}\``).join(", ")}`;
    case "date":
      return "a day as `YYYY-MM-DD`";
    case "id":
    case "text":
      return "text";
  }
};

const plainReader = (at: FieldAt, target: Target, place: Place): TextReader => {
  switch (target.type) {
    case "boolean":
      return readBoolean;
    case "date":
      return dateReader(at, place);
    case "integer":
      return integerReader(target);
    case "enum":
      return (text) =>
        target.values.includes(text)
          ? text
          : {
              problem: `unmapped code${quotedCode(text)}`,
              howToFix: `give the column \`values\` in the mapping, or write ${wanted(target)}`,
            };
    case "id":
      return (text) =>
        text.length <= 200
          ? text
          : { problem: "an id is longer than 200 characters", howToFix: "check that the columns did not shift" };
    case "text":
      return (text) => text;
  }
};

const MARKS: ReadonlyMap<string, boolean | null> = new Map<string, boolean | null>([
  ...["Y", "YES", "T", "TRUE", "1"].map((mark) => [mark, true] as const),
  ...["N", "NO", "F", "FALSE", "0"].map((mark) => [mark, false] as const),
  ...["U", "UNK", "UNKNOWN"].map((mark) => [mark, null] as const),
]);

const readBoolean: TextReader = (text) => {
  const mark = MARKS.get(text.toUpperCase());
  return mark === undefined
    ? {
        problem: "not a yes, a no or an unknown mark",
        howToFix: "write Y, N or U, leave it blank, or give the column `values` in the mapping",
      }
    : mark;
};

const dateReader = (at: FieldAt, { context }: Place): TextReader => {
  const format = at.date ?? "YYYY-MM-DD";
  return (text) => {
    if (context.placeholders.has(text)) return null;
    return (
      readDate(text, format) ?? {
        problem: `not a date written as ${format}`,
        howToFix: "correct the date, or name its format in the mapping",
      }
    );
  };
};

const integerReader =
  (target: Target & { type: "integer" }): TextReader =>
  (text) => {
    const value = /^-?\d{1,15}$/u.test(text) ? Number(text) : null;
    return value !== null && fits(value, target)
      ? value
      : { problem: "not a whole number in range", howToFix: `write ${wanted(target)}, or leave it blank` };
  };
