import { describe, expect, test } from "vitest";
import { createCsvReader } from "./csv-reader.ts";
import type { RecordOutcome } from "./record.ts";

const shape = { style: { delimiter: ",", quoting: "plain" }, columns: ["id", "text", "end"], hasHeader: true } as const;

const read = (lines: readonly string[]): readonly RecordOutcome[] => {
  const reader = createCsvReader(shape);
  return [...lines.flatMap(reader.push), ...reader.end()];
};

const summary = (outcomes: readonly RecordOutcome[]): readonly string[] =>
  outcomes.map((outcome) =>
    outcome.ok
      ? `${outcome.record.row} ${shape.columns.map(outcome.record.cell).join("|")}`
      : `${outcome.row} ${outcome.problem.column ?? "-"}: ${outcome.problem.problem}`,
  );

describe("createCsvReader", () => {
  test("skips the header and names rows by their line", () => {
    expect(summary(read(["id,text,end", "1,a,b", "2,c,d"]))).toEqual(["2 1|a|b", "3 2|c|d"]);
  });

  test("gives nothing for a file with a header only", () => {
    expect(read(["id,text,end"])).toEqual([]);
  });

  test("skips blank lines", () => {
    expect(summary(read(["id,text,end", "", "1,a,b", ""]))).toEqual(["3 1|a|b"]);
  });

  test("reads a field over several lines as one record, named by its first line", () => {
    expect(summary(read(["id,text,end", '1,"a', 'b",c', "2,d,e"]))).toEqual(["2 1|a\nb|c", "4 2|d|e"]);
  });

  test("loses one line to a torn quote and reads on", () => {
    expect(summary(read(["id,text,end", '1,"torn,b', "2,c,d", '3,"fine",f']))).toEqual([
      "2 text: a quote is not closed where the field ends",
      "3 2|c|d",
      "4 3|fine|f",
    ]);
  });

  test("loses one line to a torn quote that nothing closes", () => {
    expect(summary(read(["id,text,end", '1,"torn,b', "2,c,d", "3,e,f"]))).toEqual([
      "2 text: a quote is not closed where the field ends",
      "3 2|c|d",
      "4 3|e|f",
    ]);
  });

  test("loses each torn line by itself", () => {
    expect(summary(read(["id,text,end", '1,"torn,b', '2,"torn,b', "3,e,f"]))).toEqual([
      "2 text: a quote is not closed where the field ends",
      "3 text: a quote is not closed where the field ends",
      "4 3|e|f",
    ]);
  });

  test("does not take two lines for one when a torn quote happens to close", () => {
    expect(summary(read(["id,text,end", '1,"torn,b', '",2,3', "4,e,f"]))).toEqual([
      "2 -: a quote is not closed where the field ends",
      "3 id: a quote is not closed where the field ends",
      "4 4|e|f",
    ]);
  });

  test("gives up on a quote after 200 lines and keeps them all", () => {
    const lines = Array.from({ length: 500 }, (_, at) => `${at},c,d`);
    const outcomes = read(["id,text,end", 'x,"torn,b', ...lines]);
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(500);
    expect(outcomes.filter((outcome) => !outcome.ok)).toHaveLength(1);
  });

  test("counts columns", () => {
    expect(summary(read(["id,text,end", "1,a", "1,a,b,c", "1"]))).toEqual([
      "2 -: the row has 2 columns and the header 3",
      "3 -: the row has 4 columns and the header 3",
      "4 -: the row has 1 column and the header 3",
    ]);
  });

  test("refuses bytes that are no text, and reads on", () => {
    expect(summary(read(["id,text,end", "1,\uFFFD,b", "2,c,d"]))).toEqual([
      "2 -: the row holds bytes that are not UTF-8",
      "3 2|c|d",
    ]);
  });

  test("a column that the file lacks is blank", () => {
    const [outcome] = read(["id,text,end", "1,a,b"]);
    expect(outcome?.ok === true && outcome.record.cell("other")).toBe("");
  });
});
