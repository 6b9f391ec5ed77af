import { describe, expect, test } from "vitest";
import { CHECKERS } from "../src/check/checkers.ts";
import { PLANTED, type PlantName } from "../src/planted/plants.ts";
import { simulate } from "../src/simulate.ts";

/** What each planted fault breaks; some break one promise here and another there, whichever comes first. */
const BREAKS: Readonly<Record<PlantName, readonly string[]>> = {
  "no-claim-before-send": ["confirmed-never-repeated", "unsent-means-unsent"],
  "closes-without-evidence": ["closed-with-evidence"],
  "sweeper-skips": ["attempt-before-deadline", "nothing-lost"],
  "forgets-on-unknown-commit": ["entitled-has-obligation"],
  "missing-correction": ["false-notice-corrected"],
  "ignores-bulk-changes": ["bulk-refresh-held"],
  "hears-no-silence": ["silence-alarmed"],
  "logs-an-address": ["no-contact-value"],
  "tells-the-barred": ["not-entitled-no-message"],
};

const MOST_SEEDS = 8;

const firstBroken = (plant: PlantName): string | null => {
  for (let seed = 1; seed <= MOST_SEEDS; seed += 1) {
    const { violation } = simulate({ seed, days: 10, plants: PLANTED[plant] });
    if (violation !== null) return violation.checker;
  }
  return null;
};

describe("a system that is broken on purpose", () => {
  test.each(Object.keys(PLANTED) as PlantName[])("is found out: %s", { timeout: 60_000 }, (plant) => {
    expect(BREAKS[plant]).toContain(firstBroken(plant));
  });

  test("shows of every checker that it can fail", () => {
    expect(CHECKERS.map(({ name }) => name).filter((name) => !Object.values(BREAKS).flat().includes(name))).toEqual([]);
  });
});
