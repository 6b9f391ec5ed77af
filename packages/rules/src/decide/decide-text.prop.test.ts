import * as Result from "effect/Result";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryFacts } from "../arbitrary/arbitrary-facts.ts";
import { arbitraryQuestion } from "../arbitrary/arbitrary-question.ts";
import { decide } from "./decide.ts";
import { decideText } from "./decide-text.ts";
import { outlineOf } from "./outline.ts";

describe("decideText", () => {
  test("writes what decide determines, in full and in outline, each time anew", () => {
    fc.assert(
      fc.property(arbitraryQuestion(arbitraryFacts), ({ compiled, facts }) => {
        const decided = decide(compiled, facts);
        const outlined = Result.map(decided, (determination) => JSON.stringify(outlineOf(determination)));
        const full = Result.map(decided, (determination) => JSON.stringify(determination));
        for (const _ of ["written", "read again"]) {
          expect(decideText(compiled, facts)).toEqual(full);
          expect(decideText(compiled, facts, "outline")).toEqual(outlined);
        }
      }),
      { numRuns: 500 },
    );
  });
});
