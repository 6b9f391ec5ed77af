import { FactDefinition } from "@victim-rights/rules";
import { describe, expect, test } from "vitest";
import { hintFor, readAnswer } from "./read-answer.ts";

const shared = { name: "person.ward", title: "Ward", question: "Which ward?", knownBy: "claimant" } as const;
const named = (...values: readonly string[]) => FactDefinition.parse({ ...shared, type: "enum", values });
const integer = (min: number, max: number) =>
  FactDefinition.parse({ ...shared, type: "integer", min, max, unit: "cent" });
const BOOLEAN = FactDefinition.parse({ ...shared, type: "boolean" });

const value = (given: string | number | boolean) => ({ kind: "value", value: given });

describe("readAnswer", () => {
  test.each([
    ["the name itself before any number", named("0", "1", "2"), "1", "1"],
    ["a name with capitals, as written", named("North", "South"), "South", "South"],
    ["a name whatever its capitals", named("North", "South"), "sOUTH", "South"],
    ["the name as written where two differ in capitals only", named("n", "N"), "N", "N"],
    ["the place of a name in the list", named("north", "south"), "2", "south"],
    ["a name that is also a word of ours", named("unknown", "skip"), "unknown", "unknown"],
    ["a name that is also a word of ours, to leave a question open", named("unknown", "skip"), "skip", "skip"],
    ["a name whatever its capitals, that is also a word of ours", named("Unknown", "known"), "unknown", "Unknown"],
    ["a name that is a question mark", named("?", "!"), "?", "?"],
  ])("takes %s", (_, fact, typed, meant) => {
    expect(readAnswer(` ${typed} `, fact)).toEqual(value(meant));
  });

  test.each([
    ["a place in a list where a name looks like a number", named("10", "none"), "2"],
    ["a place in a list where a name looks like another number", named("1.5", "none"), "2"],
    ["a place that the list lacks", named("north", "south"), "3"],
    ["a name that could be two", named("Ab", "aB"), "ab"],
    ["a whole number past the domain", integer(0, 10), "11"],
    ["a whole number that cannot be told from its neighbour", integer(0, Number.MAX_SAFE_INTEGER), "9007199254740993"],
    ["a number in another writing", integer(0, 10), "1e1"],
  ])("refuses %s", (_, fact, typed) => {
    expect(readAnswer(typed, fact)).toEqual({ kind: "refused", hint: hintFor(fact) });
  });

  test.each([
    [integer(0, 10_000_000), "1234567", 1_234_567],
    [integer(-10_000_000, 0), "-1234567", -1_234_567],
    [integer(0, Number.MAX_SAFE_INTEGER), String(Number.MAX_SAFE_INTEGER), Number.MAX_SAFE_INTEGER],
    [integer(-1, 1), "-0", 0],
  ])("takes every whole number of the domain: %#", (fact, typed, meant) => {
    expect(readAnswer(typed, fact)).toEqual(value(meant));
  });

  test.each([
    ["yes or no", BOOLEAN],
    ["a whole number", integer(0, 10)],
    ["a name", named("north", "south")],
    ["a name of a long list", named(...Array.from({ length: 20 }, (_, at) => `ward-${at}`))],
  ])("helps where `?` is typed, and records nothing: %s", (_, fact) => {
    expect(readAnswer("?", fact)).toEqual({ kind: "refused", hint: hintFor(fact) });
  });

  test.each(["not known", "unknown", "Don't know"])("notes `%s` as not known", (typed) => {
    expect(readAnswer(typed, BOOLEAN)).toEqual({ kind: "not-known" });
  });
});

describe("hintFor", () => {
  test("gives no numbers where a name looks like one", () => {
    expect(hintFor(named("0", "1", "2"))).toBe("one of: 0, 1, 2");
    expect(hintFor(named(...Array.from({ length: 20 }, (_, at) => String(at))))).toMatch(/^a name; /u);
    expect(hintFor(named("north", "south"))).toBe("one of: 1 north, 2 south");
  });

  test("tells the first and the last day that may be given", () => {
    const day = FactDefinition.parse({ ...shared, type: "date", from: "1900-01-01", to: "2100-12-31" });
    expect(hintFor(day)).toBe("a day as YYYY-MM-DD, 1900-01-01 to 2100-12-31");
  });
});
