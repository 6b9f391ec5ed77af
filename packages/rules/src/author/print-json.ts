const WIDTH = 120;

/**
 * Prints JSON so that a change touches few lines: an object's keys each on a line, a list of plain values on one where it
 * fits. It is the form that the formatter of this repository's other files leaves as it is.
 */
export const printJson = (value: unknown): string => `${print(value, { indent: "", before: 0, after: 0 })}\n`;

/** Where a value begins: the indent of its line, and how much of the line stands before it and must follow it. */
type Place = { readonly indent: string; readonly before: number; readonly after: number };

const print = (value: unknown, place: Place): string => {
  if (Array.isArray(value)) return printList(value, place);
  return isObject(value) ? printObject(value, place) : printPlain(value);
};

/** An exponent goes without its plus sign; a minus sign before zero stays. */
const printPlain = (value: unknown): string => {
  if (Object.is(value, -0)) return "-0";
  const text = JSON.stringify(value);
  return typeof value === "number" ? text.replace("e+", "e") : text;
};

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

const printObject = (value: object, { indent }: Place): string => {
  const inner = `${indent}  `;
  const entries = Object.entries(value);
  const lines = entries.map(([key, part], at) => {
    const name = `${inner}${JSON.stringify(key)}: `;
    return `${name}${print(part, { indent: inner, before: name.length, after: commaAfter(at, entries) })}`;
  });
  return lines.length === 0 ? "{}" : `{\n${lines.join(",\n")}\n${indent}}`;
};

const commaAfter = (at: number, among: readonly unknown[]): number => (at < among.length - 1 ? 1 : 0);

const printList = (items: readonly unknown[], place: Place): string => {
  const line = onOneLine(items);
  if (line !== null && place.before + line.length + place.after <= WIDTH) return line;
  const inner = `${place.indent}  `;
  const lines = items.every((item) => typeof item === "number")
    ? fillLines(items.map(printPlain), WIDTH - inner.length)
    : items.map((item, at) => print(item, { indent: inner, before: inner.length, after: commaAfter(at, items) }));
  return `[\n${lines.map((each) => `${inner}${each}`).join(",\n")}\n${place.indent}]`;
};

/** A value on one line, or `null` for one that never stands on one: an object that is not empty, a table of lists. */
const onOneLine = (value: unknown): string | null => {
  if (!Array.isArray(value)) return isObject(value) && Object.keys(value).length > 0 ? null : printPlain(value);
  const isTable = value.length > 1 && value.every((item) => Array.isArray(item) && item.length > 1);
  const parts = value.map(onOneLine);
  return isTable || parts.includes(null) ? null : `[${parts.join(", ")}]`;
};

/** Numbers as many to a line as fit, each line without its last comma. */
const fillLines = (numbers: readonly string[], width: number): readonly string[] => {
  const lines: string[] = [];
  for (const number of numbers) {
    const last = lines.at(-1);
    const longer = `${last}, ${number}`;
    if (last === undefined || longer.length >= width) lines.push(number);
    else lines[lines.length - 1] = longer;
  }
  return lines;
};
