import { describe, expect, test } from "vitest";
import { FAULT_KINDS } from "../src/faults.ts";
import type { Flags } from "../src/report/read-flags.ts";
import { runSeeds } from "../src/report/run-seeds.ts";

const FLAGS: Flags = {
  seed: 21,
  runs: 1,
  years: null,
  days: 2,
  kinds: new Set(FAULT_KINDS),
  plant: null,
  trace: false,
  help: false,
};

const run = async (given: Partial<Flags>, interruptAfter = Number.POSITIVE_INFINITY) => {
  const lines: string[] = [];
  let breaths = 0;
  const code = await runSeeds(
    { ...FLAGS, ...given },
    {
      print: (line) => void lines.push(line),
      processorTime: () => 60_000,
      isInterrupted: () => breaths > interruptAfter,
      breathe: async () => void (breaths += 1),
    },
  );
  return { code, lines };
};

describe("runSeeds", () => {
  test("prints the seed before anything else, and how fast time went", async () => {
    const { code, lines } = await run({ runs: 2 });
    expect(code).toBe(0);
    expect(lines[0]).toBe("seed 21");
    expect(lines).toContainEqual("2 simulations, seeds 21 to 22: no promise was broken");
    expect(lines.at(-1)).toMatch(/^0\.04 simulated years, .* in a minute of processor time$/u);
  });

  test("goes on until the years are full", async () => {
    const { lines } = await run({ runs: null, years: 0.03 });
    expect(lines).toContainEqual("2 simulations, seeds 21 to 22: no promise was broken");
  });

  test("says which promise was broken, when, the last steps, and the command that does it again with the fewest faults", async () => {
    const { code, lines } = await run({ plant: "logs-an-address" });
    expect(code).toBe(1);
    expect(lines.some((line) => /^no-contact-value was broken at \d{4}-.*Z: /u.test(line))).toBe(true);
    expect(lines).toContainEqual("the last steps:");
    const replays = lines.filter((line) => line.startsWith("replay: "));
    expect(replays).toEqual([
      "replay: node examples/simulator/run.ts --seed 21 --days 2 --plant logs-an-address --trace",
      "replay: node examples/simulator/run.ts --seed 21 --days 1 --faults none --plant logs-an-address --trace",
    ]);
  });

  test("says how far it got when it is interrupted", async () => {
    const { code, lines } = await run({ runs: 9 }, 10);
    expect(code).toBe(130);
    expect(lines).toContainEqual("interrupted in seed 22; before it 1 simulations ended, and no promise was broken");
  });
});
