import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../../test/temporary.ts";
import { bucketOf, createSpill } from "./spill.ts";

const fill = (memory: number, lines: number) => {
  const dir = temporaryFolder();
  const spill = createSpill({ dir, name: "t", buckets: 8, memory });
  for (let at = 0; at < lines; at += 1) spill.add(`key-${at % 50}`, `line ${at}`);
  return { spill, dir };
};

describe("createSpill", () => {
  test("keeps a little in memory and writes no file", () => {
    const { spill, dir } = fill(1_000_000, 100);
    expect(spill.spilledFiles()).toBe(0);
    expect(readdirSync(dir)).toEqual([]);
    expect([...spill.drain()].flat()).toHaveLength(100);
  });

  test("spills what does not fit, and gives back the same lines in the same order", () => {
    const small = fill(200, 5000);
    expect(small.spill.spilledFiles()).toBe(8);
    expect([...small.spill.drain()]).toEqual([...fill(1_000_000, 5000).spill.drain()]);
  });

  test("all lines of one key are in one bucket", () => {
    const buckets = [...fill(200, 5000).spill.drain()];
    const at = buckets.findIndex((lines) => lines.includes("line 7"));
    expect(buckets[at]).toEqual(expect.arrayContaining(["line 57", "line 4957"]));
  });

  test("removes each file once it is read, and only its owner can read it before", () => {
    const { spill, dir } = fill(200, 5000);
    const [file = ""] = readdirSync(dir);
    expect(statSync(join(dir, file)).mode & 0o077).toBe(0);
    expect([...spill.drain()].flat()).toHaveLength(5000);
    expect(readdirSync(dir)).toEqual([]);
  });
});

test("bucketOf spreads keys over every bucket", () => {
  const buckets = new Set(Array.from({ length: 10_000 }, (_, at) => bucketOf(`key-${at}`, 128)));
  expect(buckets.size).toBe(128);
});
