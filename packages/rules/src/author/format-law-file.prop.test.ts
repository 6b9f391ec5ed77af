import { isDeepStrictEqual } from "node:util";
import { fc, test } from "@fast-check/vitest";
import * as Result from "effect/Result";
import { describe, expect } from "vitest";
import { arbitraryLaw } from "../arbitrary/arbitrary-law.ts";
import { arbitraryLawWithCases } from "../arbitrary/arbitrary-cases.ts";
import { formatLawFile } from "./format-law-file.ts";

const paths = fc.constantFrom(
  "notification.json",
  "notification.cases.json",
  "victim-definition/notice.json",
  "jurisdiction.json",
  "law-rows.json",
  "not-encoded.json",
  "service-targets.json",
);

const spacing = fc.constantFrom(undefined, 1, 4, "\t");

const format = (path: string, text: string): string => Result.getOrThrow(formatLawFile(path, text));

/** The files of a generated law. */
const lawFiles = fc.oneof(
  arbitraryLaw().map(({ law }) => [...law.questions.values()].map(({ file }) => ["notification.json", file] as const)),
  arbitraryLawWithCases().map((law) =>
    [...law.cases.values()].map((file) => ["notification.cases.json", file] as const),
  ),
);

/** Keys whose order a writer chooses: the facts of a case, the parameters of an event. */
const FREE = new Set(["facts", "params", "events"]);

/** The same JSON with the keys of every object of a fixed shape the other way round, or turned by `by`. */
const turned = (value: unknown, by: number): unknown => {
  if (Array.isArray(value)) return value.map((item) => turned(item, by));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, part]) => [key, FREE.has(key) ? part : turned(part, by)] as const);
  const at = entries.length === 0 ? 0 : by % entries.length;
  return Object.fromEntries(by % 2 === 0 ? entries.toReversed() : [...entries.slice(at), ...entries.slice(0, at)]);
};

describe("formatLawFile", () => {
  test.prop([paths, fc.jsonValue({ maxDepth: 5, stringUnit: "binary" }), spacing], { numRuns: 2_000 })(
    "changes no value of any JSON, and a second time nothing at all",
    (path, value, space) => {
      fc.pre(JSON.stringify(value).isWellFormed());
      const text = JSON.stringify(value, null, space);
      const once = format(path, text);
      expect(isDeepStrictEqual(JSON.parse(once), JSON.parse(text))).toBe(true);
      expect(format(path, once)).toBe(once);
    },
  );

  test.prop([lawFiles, fc.nat(9)], { numRuns: 300 })(
    "writes a file of law the same way in whatever order its keys stood",
    (files, by) => {
      for (const [path, file] of files) {
        const text = format(path, JSON.stringify(file));
        expect(JSON.parse(text)).toEqual(file);
        expect(format(path, text)).toBe(text);
        expect(format(path, JSON.stringify(turned(file, by)))).toBe(text);
      }
    },
  );

  test.prop([fc.jsonValue({ maxDepth: 4 }), fc.string(), fc.jsonValue({ maxDepth: 2 })], { numRuns: 1_000 })(
    "refuses a key given twice, wherever it stands, rather than lose what the first one said",
    (value, key, other) => {
      const name = JSON.stringify(key);
      const twice = `[${JSON.stringify(value)}, {${name}: ${JSON.stringify(other)}, ${name}: 1}]`;
      expect(Result.isFailure(formatLawFile("notification.json", twice))).toBe(true);
    },
  );
});
