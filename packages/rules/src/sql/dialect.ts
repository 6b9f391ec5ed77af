import type { FactDefinition } from "../vocabulary/fact-definition.ts";

/** The engines a question can be printed for. */
export const SQL_DIALECTS = ["postgresql", "duckdb", "sqlite", "spark"] as const;

/** One of `SQL_DIALECTS`. */
export type SqlDialect = (typeof SQL_DIALECTS)[number];

/** What the engines write differently. */
export type Dialect = {
  /** A name, quoted. */
  readonly name: (name: string) => string;
  /** A text literal. */
  readonly text: (text: string) => string;
  /** A day literal that compares with a column of days. */
  readonly day: (day: string) => string;
  readonly boolean: (value: boolean) => string;
  /** A column as it is compared with values of its fact's type. */
  readonly compared: (column: string, type: FactDefinition["type"]) => string;
  /** Further tests that a value of the type passes; an engine with typed columns needs few. */
  readonly wellTyped: (column: string, type: FactDefinition["type"]) => readonly string[];
  /** Keeps an engine from copying a subquery's expressions to every place that reads them. */
  readonly fence: string;
};

const quotedBy =
  (mark: string) =>
  (name: string): string =>
    `${mark}${name.replaceAll(mark, mark + mark)}${mark}`;

const whole = (column: string): string => `floor(${column}) = ${column}`;

const typedColumns: Dialect = {
  name: quotedBy('"'),
  text: quotedBy("'"),
  day: (day) => `DATE '${day}'`,
  boolean: (value) => (value ? "TRUE" : "FALSE"),
  compared: (column, type) => (type === "enum" ? `CAST(${column} AS TEXT)` : column),
  wellTyped: (column, type) => (type === "integer" ? [whole(column)] : []),
  fence: "",
};

const postgresql: Dialect = {
  ...typedColumns,
  // A backslash is itself only while `standard_conforming_strings` is on; with `E` it does not matter.
  text: (text) => (text.includes("\\") ? `E${quotedBy("'")(text.replaceAll("\\", "\\\\"))}` : quotedBy("'")(text)),
  fence: " OFFSET 0",
};

const spark: Dialect = {
  ...typedColumns,
  name: quotedBy("`"),
  text: (text) => `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`,
  compared: (column, type) => (type === "enum" ? `CAST(${column} AS STRING)` : column),
};

/** Columns hold values of any type: booleans are 0 and 1, days are text. */
const sqlite: Dialect = {
  ...typedColumns,
  day: quotedBy("'"),
  boolean: (value) => (value ? "1" : "0"),
  compared: (column, type) => (type === "enum" || type === "date" ? `${column} COLLATE BINARY` : column),
  wellTyped: (column, type) => {
    switch (type) {
      case "boolean":
        return [`typeof(${column}) IN ('integer', 'real')`];
      case "enum":
        return [`typeof(${column}) = 'text'`];
      case "integer":
        return [`typeof(${column}) IN ('integer', 'real')`, `CAST(${column} AS INTEGER) = ${column}`];
      case "date":
        return [`typeof(${column}) = 'text'`, `date(${column}) = ${column}`];
    }
  },
  fence: " LIMIT -1",
};

export const DIALECTS: Readonly<Record<SqlDialect, Dialect>> = { postgresql, duckdb: typedColumns, sqlite, spark };
