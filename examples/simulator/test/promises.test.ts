import { describe, expect, test } from "vitest";
import { CHECKERS } from "../src/check/checkers.ts";
import { FAULT_KINDS } from "../src/faults.ts";
import { simulate } from "../src/simulate.ts";

/** Fixed, so that this says the same every time; `run.ts` draws new ones. */
const SEEDS = [1, 2, 3, 4, 8];

describe("the shipped worker under every fault", () => {
  const reports = SEEDS.map((seed) => simulate({ seed, days: 16 }));

  test("keeps every promise", () => {
    expect(reports.map(({ seed, violation }) => ({ seed, violation }))).toEqual(
      SEEDS.map((seed) => ({ seed, violation: null })),
    );
  });

  test("gives every checker something to look at", () => {
    const looked = new Map(
      CHECKERS.map(({ name }) => [name, reports.reduce((sum, { checked }) => sum + (checked.get(name) ?? 0), 0)]),
    );
    expect([...looked].filter(([, count]) => count === 0)).toEqual([]);
  });

  test("meets every kind of fault", () => {
    const met = new Set(reports.flatMap(({ faults }) => [...faults.keys()]));
    expect(FAULT_KINDS.filter((kind) => !met.has(kind))).toEqual([]);
  });
});
