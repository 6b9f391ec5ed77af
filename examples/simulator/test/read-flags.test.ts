import * as Result from "effect/Result";
import { describe, expect, test } from "vitest";
import { FAULT_KINDS } from "../src/faults.ts";
import { type Flags, readFlags } from "../src/report/read-flags.ts";
import { replayCommand } from "../src/report/replay-command.ts";

const read = (text: string): Result.Result<Flags, readonly string[]> =>
  readFlags(text === "" ? [] : text.split(" "), () => 77);

const good = (text: string): Flags => {
  const flags = read(text);
  if (Result.isFailure(flags)) throw new Error(flags.failure.join("; "));
  return flags.success;
};

describe("readFlags", () => {
  test("draws a seed and runs it once when nothing is said", () => {
    expect(good("")).toMatchObject({ seed: 77, runs: 1, years: null, plant: null, trace: false });
    expect([...good("").kinds]).toEqual(FAULT_KINDS);
  });

  test("reads what is said", () => {
    const flags = good("--seed 5 --years 2.5 --days 9 --faults crash,delay --plant sweeper-skips --trace");
    expect(flags).toMatchObject({ seed: 5, runs: null, years: 2.5, days: 9, plant: "sweeper-skips", trace: true });
    expect([...flags.kinds]).toEqual(["crash", "delay"]);
    expect(good("--faults none").kinds.size).toBe(0);
    expect(good("--faults all").kinds.size).toBe(FAULT_KINDS.length);
  });

  test.each([
    ["--seed x", /--seed takes a whole number/u],
    ["--seed -1", /--seed/u],
    ["--seed 1.5", /--seed takes a whole number/u],
    ["--seed 2147483648", /--seed takes a whole number/u],
    ["--seed", /--seed takes a value/u],
    ["--runs 0", /--runs takes/u],
    ["--runs 1 --years 1", /not both/u],
    ["--seed 1 --seed 2", /--seed is given twice/u],
    ["--sed 1", /no flag `sed`/u],
    ["5", /`5` is no flag/u],
    ["--trace=yes", /--trace takes no value/u],
    ["--faults crsh", /no fault `crsh`: there are crash/u],
    ["--plant weed", /no planted fault `weed`: there are no-claim/u],
  ])("refuses %s", (text, problem) => {
    const flags = read(text);
    expect(Result.isFailure(flags) && flags.failure.join("\n")).toMatch(problem);
  });

  test("says every problem at once", () => {
    const flags = read("--seed x --runs 0 --days 0");
    expect(Result.isFailure(flags) && flags.failure).toHaveLength(3);
  });

  test.each([
    { seed: 3, days: 4, kinds: new Set(FAULT_KINDS), plant: null },
    { seed: 0, days: 1, kinds: new Set<never>(), plant: "missing-correction" as const },
    { seed: 9, days: 30, kinds: new Set(["crash" as const]), plant: null },
    { seed: 9, days: 30, kinds: new Set(FAULT_KINDS), plant: null },
  ])("reads a replay command as the course that it was printed for", (course) => {
    const [, ...args] = replayCommand(course).split("run.ts ");
    expect(good(args.join(""))).toMatchObject({ ...course, runs: 1, trace: true });
  });
});
