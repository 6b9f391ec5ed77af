import * as Result from "effect/Result";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryFacts } from "../arbitrary/arbitrary-facts.ts";
import { arbitraryQuestion } from "../arbitrary/arbitrary-question.ts";
import { contentHash } from "../content-hash.ts";
import { assignmentOf } from "../diagram/fact-space.ts";
import type { Facts } from "../facts.ts";
import { decide } from "./decide.ts";

/** What decisions were digested by before facts were read into a record: slow, and plain to see. */
const obviousDigest = (facts: Facts): string =>
  contentHash(Object.fromEntries(Object.entries(facts).filter(([, value]) => (value ?? null) !== null)));

/** The same facts in objects as stores and parsers really make them. */
const shapes: readonly ((facts: Facts) => Facts)[] = [
  (facts) => Object.assign(Object.create(null), facts),
  (facts) => {
    const grown: Record<string, unknown> = { first: 1, ...facts, last: 2 };
    delete grown["first"];
    delete grown["last"];
    return grown as Facts;
  },
  (facts) => Object.freeze(JSON.parse(JSON.stringify(facts))),
  (facts) => Object.fromEntries(Object.entries(facts).toReversed()),
];

describe("a record of facts", () => {
  test("says of every fact what looking it up says, and is digested to the same bytes", () => {
    fc.assert(
      fc.property(arbitraryQuestion(arbitraryFacts), ({ compiled, facts }) => {
        const { cells } = Result.getOrThrow(compiled.read(facts));
        expect(cells).toEqual(assignmentOf(compiled.space, facts));
        const decided = decide(compiled, facts);
        fc.pre(Result.isSuccess(decided));
        expect(decided.success.receipt.factsDigest).toBe(obviousDigest(facts));
      }),
      { numRuns: 1_000 },
    );
  });

  test("is the same whatever kind of object the facts come in", () => {
    fc.assert(
      fc.property(arbitraryQuestion(arbitraryFacts), fc.constantFrom(...shapes), ({ compiled, facts }, reshape) => {
        expect(JSON.stringify(decide(compiled, reshape(facts)))).toBe(JSON.stringify(decide(compiled, facts)));
      }),
      { numRuns: 1_000 },
    );
  });
});
