import { CsvError } from "csv-parse";
import { parse } from "csv-parse/sync";

/**
 * How text columns are quoted.
 * - `plain`: RFC 4180, a quote inside a quoted field is doubled.
 * - `doubled`: text columns arrive as `""text""` or `"""text"""`, as some mainframe exports write them.
 * - `none`: quotes are ordinary characters.
 */
type Quoting = "plain" | "doubled" | "none";

export type RecordStyle = { readonly delimiter: string; readonly quoting: Quoting };

/** A record's fields; `open` when a quoted field has not ended yet and the next line may belong to it. */
export type SplitOutcome =
  | { readonly kind: "fields"; readonly fields: readonly string[] }
  | { readonly kind: "open"; readonly field: number }
  | { readonly kind: "torn"; readonly field: number };

/** Splits one record's text into fields. `field` counts from 1. Only a record with quotes in it needs a parser. */
export const splitRecord = (text: string, style: RecordStyle): SplitOutcome => {
  if (style.quoting === "none" || !text.includes('"')) return { kind: "fields", fields: text.split(style.delimiter) };
  if (style.quoting === "plain") return parseRecord(text, style.delimiter);
  const plain = withPlainQuotes(text, style.delimiter);
  return plain.open === null ? parseRecord(plain.text, style.delimiter) : { kind: "open", field: plain.open };
};

/** The one place where csv-parse's exceptions become values. The whole text is one record, whatever line breaks it holds. */
const parseRecord = (text: string, delimiter: string): SplitOutcome => {
  try {
    const records = parse(text, { delimiter, record_delimiter: "\u0000", relax_column_count: true });
    return { kind: "fields", fields: records[0] ?? [""] };
  } catch (error) {
    const field = error instanceof CsvError && typeof error["column"] === "number" ? error["column"] + 1 : 1;
    const isOpen = error instanceof CsvError && error.code === "CSV_QUOTE_NOT_CLOSED";
    return { kind: isOpen ? "open" : "torn", field };
  }
};

type Plain = { readonly text: string; readonly open: number | null };

/** `""text""` and `"""text"""` rewritten as `"text"`, and a field of quotes alone as an empty one. */
const withPlainQuotes = (text: string, delimiter: string): Plain => {
  const parts = text.split(delimiter);
  const fields: string[] = [];
  let at = 0;
  while (at < parts.length) {
    const end = endOfField(parts, at);
    if (end === -1) return { text, open: fields.length + 1 };
    fields.push(plainField(parts.slice(at, end + 1).join(delimiter)));
    at = end + 1;
  }
  return { text: fields.join(delimiter), open: null };
};

const openerOf = (part: string): string => /^"{2,3}(?!"*$)/u.exec(part)?.[0] ?? "";

/** The last of the parts that a field in doubled quotes reaches over; -1 when none closes it. */
const endOfField = (parts: readonly string[], at: number): number => {
  const part = parts[at] ?? "";
  const opener = openerOf(part);
  if (opener === "" || part.slice(opener.length).endsWith(opener)) return at;
  return parts.findIndex((later, index) => index > at && later.endsWith(opener));
};

const plainField = (field: string): string => {
  const opener = openerOf(field);
  if (opener !== "") return `"${field.slice(opener.length, -opener.length)}"`;
  return /^"{2,}$/u.test(field) ? '""' : field;
};
