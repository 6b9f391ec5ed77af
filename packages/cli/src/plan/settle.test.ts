import { describe, expect, test } from "vitest";
import { settle, type StoredRow } from "./settle.ts";

const row = (key: string, stamp: string, content: string, place = 1): StoredRow<string> => ({
  key,
  stamp,
  file: "f",
  row: place,
  digest: content,
  content,
});

const contents = (rows: readonly StoredRow<string>[]): readonly (readonly string[])[] =>
  settle(rows).chains.flatMap(({ states }) => states.map((state) => state.map(({ content }) => content ?? "")));

describe("settle", () => {
  test("puts the states of one record in the order of their stamps", () => {
    expect(contents([row("a", "2", "new", 1), row("a", "1", "old", 2)])).toEqual([["old"], ["new"]]);
  });

  test("counts a row that repeats another, and keeps the first of them", () => {
    const settled = settle([row("a", "1", "x", 9), row("a", "1", "x", 3)]);
    expect(settled.duplicates).toBe(1);
    expect(settled.chains[0]?.states[0]?.[0].row).toBe(3);
  });

  test("keeps rows with one key, one stamp and different contents together as a contradiction", () => {
    const settled = settle([row("a", "1", "x", 2), row("a", "1", "y", 1), row("a", "2", "z", 3)]);
    expect(settled.contradictions.map(({ rows }) => rows.map((each) => each.row))).toEqual([[1, 2]]);
    expect(contents([row("a", "1", "x"), row("a", "1", "y"), row("a", "2", "z")]).at(-1)).toEqual(["z"]);
  });

  test("a blank stamp comes before any other", () => {
    expect(contents([row("a", "2026", "new"), row("a", "", "old")])).toEqual([["old"], ["new"]]);
  });

  test("nothing comes of nothing", () => {
    expect(settle([])).toEqual({ chains: [], duplicates: 0, contradictions: [] });
  });
});
