import * as Result from "effect/Result";
import { describe, expect, test } from "vitest";
import { formatLawFile, isFormatted } from "./format-law-file.ts";

const format = (path: string, value: unknown) => Result.getOrThrow(formatLawFile(path, JSON.stringify(value)));

describe("formatLawFile", () => {
  test("puts keys in the order of the format, and keeps the facts of a case in the order they were written", () => {
    const text = format("notification.cases.json", {
      cases: [{ expect: { answer: "yes" }, facts: { "b.c": 1, a: true }, asOf: "2026-01-01", reason: "r", name: "n" }],
      question: "notice",
      jurisdiction: "xx-yy",
    });
    expect(text).toBe(
      `{
  "jurisdiction": "xx-yy",
  "question": "notice",
  "cases": [
    {
      "name": "n",
      "reason": "r",
      "asOf": "2026-01-01",
      "facts": {
        "b.c": 1,
        "a": true
      },
      "expect": {
        "answer": "yes"
      }
    }
  ]
}
`,
    );
  });

  test("keeps a list of plain values on one line up to 120 characters, counting the comma after it", () => {
    const room = 120 - '  "a": [""],'.length;
    expect(format("service-targets.json", { a: ["x".repeat(room)], b: 1 }).split("\n")[1]).toHaveLength(120);
    expect(format("service-targets.json", { a: ["x".repeat(room + 1)], b: 1 }).split("\n")[1]).toBe('  "a": [');
    expect(format("service-targets.json", { a: ["x".repeat(room + 1)] }).split("\n")[1]).toHaveLength(120);
  });

  test("fills lines with numbers, and gives every other thing that does not fit a line of its own", () => {
    const years = Array.from({ length: 60 }, (_, index) => 1970 + index);
    const lines = format("service-targets.json", years).split("\n");
    expect(lines.length).toBeLessThan(8);
    expect(lines.every((line) => line.length <= 120)).toBe(true);
    expect(format("service-targets.json", [{ a: [] }, {}])).toBe('[\n  {\n    "a": []\n  },\n  {}\n]\n');
    expect(
      format("service-targets.json", [
        [1, 2],
        [3, 4],
      ]),
    ).toBe("[\n  [1, 2],\n  [3, 4]\n]\n");
  });

  test.each([
    ['{"a": 1,}', "at line 1, column"],
    ['{"a": 1, "a": 2}', "where an object gives one key twice"],
    ['{"a": "\\ud800"}', "at an escape that writes half a character"],
  ])("refuses %s as the loader does, and says where", (text, where) => {
    const outcome = formatLawFile("notification.json", text);
    expect(Result.isFailure(outcome) && outcome.failure.problems[0]).toMatchObject({
      code: "not-json",
      file: "notification.json",
      problem: expect.stringContaining(where),
    });
  });

  test("is for files of law: no manifest, no signature, no schema", () => {
    const paths = ["package.json", "pack.sig.json", "schema/rules.schema.json", "README.md", "notification.json"];
    expect(paths.filter(isFormatted)).toEqual(["notification.json"]);
  });
});
