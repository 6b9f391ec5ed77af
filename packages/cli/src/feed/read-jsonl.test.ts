import { describe, expect, test } from "vitest";
import { readJsonLine } from "./read-jsonl.ts";

const cells = (line: string, ...columns: readonly string[]): readonly string[] | string => {
  const outcome = readJsonLine(line, 7);
  return outcome.ok ? columns.map(outcome.record.cell) : outcome.problem.problem;
};

describe("readJsonLine", () => {
  test("reads keys, dotted keys and paths of keys as columns", () => {
    expect(cells('{"a":" x ","b":{"c":1},"d.e":true,"n":null,"l":[1]}', "a", "b.c", "d.e", "n", "l", "b", "z")).toEqual(
      ["x", "1", "true", "", "", "", ""],
    );
  });

  test("an inherited name is no column", () => {
    expect(cells('{"a":1}', "constructor", "toString.name")).toEqual(["", ""]);
  });

  test.each(["{", "[]", "1", "null", '"text"', "{'a':1}", '{"a":1,}', '{"name":"Jane Doe"'])(
    "refuses %s and does not quote it",
    (line) => {
      expect(cells(line)).toBe("the line is not one JSON object");
      expect(JSON.stringify(readJsonLine(line, 7))).not.toContain("Jane");
    },
  );

  test("refuses bytes that are no text", () => {
    expect(cells('{"a":"\uFFFD"}')).toBe("the row holds bytes that are not UTF-8");
  });
});
