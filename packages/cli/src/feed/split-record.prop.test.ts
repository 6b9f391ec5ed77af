import { fc, test } from "@fast-check/vitest";
import { parse } from "csv-parse/sync";
import { describe, expect } from "vitest";
import { splitRecord } from "./split-record.ts";

const cell = fc.oneof(fc.string(), fc.constantFrom('"', '""', ",", "a,b", 'say "hi"', "two\nlines", " blank ", ""));
const record = fc.array(cell, { minLength: 1, maxLength: 8 });
const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const style = { delimiter: ",", quoting: "plain" } as const;

describe("splitRecord", () => {
  test.prop([record])("reading after writing is identity", (fields) => {
    expect(splitRecord(fields.map(quote).join(","), style)).toEqual({ kind: "fields", fields });
  });

  test.prop([fc.array(fc.stringMatching(/^[^",\r\n]*$/u), { minLength: 1, maxLength: 8 })])(
    "text without marks needs no quotes",
    (fields) => {
      expect(splitRecord(fields.join(","), style)).toEqual({ kind: "fields", fields });
    },
  );

  test.prop([fc.array(fc.stringMatching(/^[^",\r\n][^"\r\n]*$/u), { minLength: 1, maxLength: 8 })])(
    "doubled quotes hold any text without quotes that does not begin with the delimiter",
    (fields) => {
      const written = fields.map((text) => `""${text}""`).join(",");
      expect(splitRecord(written, { delimiter: ",", quoting: "doubled" })).toEqual({ kind: "fields", fields });
    },
  );

  test.prop([record])("agrees with csv-parse on every record that both read", (fields) => {
    const text = fields.map((field) => (/[",\r\n]/u.test(field) ? quote(field) : field)).join(",");
    const [theirs = [""]]: string[][] = parse(text, {
      record_delimiter: "\u0000",
      relax_column_count: true,
      skip_empty_lines: false,
      columns: false,
    });
    expect(splitRecord(text, style)).toEqual({ kind: "fields", fields: text === "" ? [""] : theirs });
  });
});
