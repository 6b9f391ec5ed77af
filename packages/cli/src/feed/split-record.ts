/**
 * How text columns are quoted.
 * - `plain`: RFC 4180, a quote inside a quoted field is doubled.
 * - `doubled`: text columns arrive as `""text""` or `"""text"""`, as some mainframe exports write them.
 * - `none`: quotes are ordinary characters.
 */
export type Quoting = "plain" | "doubled" | "none";

export type RecordStyle = { readonly delimiter: string; readonly quoting: Quoting };

/** A record's fields; `open` when a quoted field has not ended yet and the next line may belong to it. */
export type SplitOutcome =
  | { readonly kind: "fields"; readonly fields: readonly string[] }
  | { readonly kind: "open"; readonly field: number }
  | { readonly kind: "torn"; readonly field: number };

/** Splits one record's text into fields. `field` counts from 1. */
export const splitRecord = (text: string, style: RecordStyle): SplitOutcome => {
  if (style.quoting === "none" || !text.includes('"')) return { kind: "fields", fields: text.split(style.delimiter) };
  const fields: string[] = [];
  let at = 0;
  for (;;) {
    const next = readField(text, at, style);
    if (typeof next === "string") return { kind: next, field: fields.length + 1 };
    fields.push(next.value);
    if (next.end === text.length) return { kind: "fields", fields };
    at = next.end + style.delimiter.length;
  }
};

type Field = { readonly value: string; readonly end: number };

const readField = (text: string, start: number, style: RecordStyle): Field | "open" | "torn" => {
  const run = quoteRun(text, start);
  if (run === 0) return readBare(text, start, style);
  return style.quoting === "doubled" && run > 1
    ? readDoubled(text, { start, run }, style)
    : readQuoted(text, start, style);
};

const quoteRun = (text: string, start: number): number => {
  let end = start;
  while (text[end] === '"') end += 1;
  return end - start;
};

const readBare = (text: string, start: number, style: RecordStyle): Field | "torn" => {
  const found = text.indexOf(style.delimiter, start);
  const end = found === -1 ? text.length : found;
  const value = text.slice(start, end);
  return style.quoting === "plain" && value.includes('"') ? "torn" : { value, end };
};

const isFieldEnd = (text: string, at: number, style: RecordStyle): boolean =>
  at === text.length || text.startsWith(style.delimiter, at);

const readQuoted = (text: string, start: number, style: RecordStyle): Field | "open" | "torn" => {
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote === -1) return "open";
    if (text[quote + 1] === '"') {
      at = quote + 2;
    } else {
      const value = text.slice(start + 1, quote).replaceAll('""', '"');
      return isFieldEnd(text, quote + 1, style) ? { value, end: quote + 1 } : "torn";
    }
  }
};

type Opener = { readonly start: number; readonly run: number };

const readDoubled = (text: string, { start, run }: Opener, style: RecordStyle): Field | "open" => {
  if (isFieldEnd(text, start + run, style)) return { value: "", end: start + run };
  const closer = '"'.repeat(Math.min(run, 3));
  const from = start + closer.length;
  for (let at = text.indexOf(closer, from); at !== -1; at = text.indexOf(closer, at + 1)) {
    const end = at + quoteRun(text, at);
    if (isFieldEnd(text, end, style))
      return { value: text.slice(from, end - closer.length).replaceAll('""', '"'), end };
  }
  return "open";
};
