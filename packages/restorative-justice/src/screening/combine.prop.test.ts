import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { licences, NOW, screening } from "../../test/screens.ts";
import { arbitraryScreen } from "./arbitrary/arbitrary-screen.ts";
import { combine } from "./combine.ts";
import { evaluateScreen } from "./evaluate-screen.ts";
import { SCREEN_KINDS, type ScreenResult } from "./screen-result.ts";

const arbitraryResult = arbitraryScreen({ now: NOW, screening }).map((screen) =>
  evaluateScreen(screening, screen, licences),
);
const RUNS = { numRuns: 2000 };

const join = (left: ScreenResult, right: ScreenResult): ScreenResult => combine([left, right]);

describe("combine", () => {
  test("gives somebody without types who asks for nothing an incomplete result", () => {
    const none = [] as unknown as readonly [ScreenResult];
    expect(combine(none)).toMatchObject({ kind: "no_indicator_found", flags: ["incomplete"] });
  });
});

describe("combine is the join of a semilattice", () => {
  test("repetition changes nothing", () => {
    fc.assert(
      fc.property(arbitraryResult, (one) => {
        expect(join(one, one)).toEqual(one);
      }),
      RUNS,
    );
  });

  test("sequence changes nothing", () => {
    fc.assert(
      fc.property(arbitraryResult, arbitraryResult, (one, two) => {
        expect(join(one, two)).toEqual(join(two, one));
      }),
      RUNS,
    );
  });

  test("grouping changes nothing", () => {
    fc.assert(
      fc.property(arbitraryResult, arbitraryResult, arbitraryResult, (one, two, three) => {
        expect(join(join(one, two), three)).toEqual(join(one, join(two, three)));
        expect(combine([one, two, three])).toEqual(join(one, join(two, three)));
      }),
      RUNS,
    );
  });

  test("each part is at or below the whole: no kind sinks, no flag and no reason is lost", () => {
    fc.assert(
      fc.property(arbitraryResult, arbitraryResult, (one, two) => {
        const both = join(one, two);
        for (const part of [one, two]) {
          expect(SCREEN_KINDS.indexOf(both.kind)).toBeGreaterThanOrEqual(SCREEN_KINDS.indexOf(part.kind));
          expect(both.flags).toEqual(expect.arrayContaining([...part.flags]));
          expect(both.reasons).toEqual(expect.arrayContaining([...part.reasons]));
          expect(join(both, part)).toEqual(both);
        }
      }),
      RUNS,
    );
  });
});
