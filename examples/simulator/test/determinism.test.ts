import { describe, expect, test } from "vitest";
import { FAULT_KINDS, FAULT_RATES } from "../src/faults.ts";
import { randomOf } from "../src/seed/random.ts";
import { simulate, simulateByDays } from "../src/simulate.ts";

const SHORT = { days: 3 };

describe("a simulation", () => {
  test("takes the same course twice from the same seed", () => {
    const [one, other] = [simulate({ seed: 11, ...SHORT }), simulate({ seed: 11, ...SHORT })];
    expect(one.steps).toBeGreaterThan(50);
    expect(one).toEqual(other);
  });

  test("takes another course from another seed", () => {
    const digests = [11, 12, 13].map((seed) => simulate({ seed, ...SHORT }).digest);
    expect(new Set(digests).size).toBe(3);
  });

  test("takes the same course whether somebody watches or not, and day by day", () => {
    const lines: string[] = [];
    const watched = simulateByDays({ seed: 11, ...SHORT, show: (line) => void lines.push(line) });
    let day = watched.next();
    while (day.done !== true) day = watched.next();
    expect(day.value.digest).toBe(simulate({ seed: 11, ...SHORT }).digest);
    expect(lines).toHaveLength(day.value.steps);
  });

  test("has none of the faults that are left out", () => {
    const { faults } = simulate({ seed: 11, ...SHORT, kinds: new Set(["crash", "feed-late"]) });
    expect([...faults.keys()].every((kind) => kind === "crash" || kind === "feed-late")).toBe(true);
    expect(faults.get("crash")).toBeGreaterThan(0);
  });
});

describe("a stream of chances", () => {
  test("is not moved by what another is asked for", () => {
    const drawn = (disturbed: boolean): readonly number[] => {
      const [one, other] = [randomOf(3, "one"), randomOf(3, "other")];
      if (disturbed) other.between(0, 10);
      return Array.from({ length: 5 }, () => one.between(0, 1_000_000));
    };
    expect(drawn(true)).toEqual(drawn(false));
  });

  test("stays within its bounds and reaches both", () => {
    const random = randomOf(4, "bounds");
    const drawn = Array.from({ length: 500 }, () => random.between(2, 5));
    expect([Math.min(...drawn), Math.max(...drawn)]).toEqual([2, 5]);
  });
});

test("every kind of fault can be left out by name", () => {
  expect(FAULT_KINDS).toEqual(Object.keys(FAULT_RATES));
});

test(
  "a send that is on its way while another worker's clock runs an hour ahead is not called unsent",
  { timeout: 60_000 },
  () => {
    expect(simulate({ seed: 5007, days: 40, kinds: new Set(FAULT_KINDS) }).violation).toBeNull();
  },
);
