import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contentHash } from "../content-hash.ts";
import { digestOf, digestPlan } from "./facts-digest.ts";

const names = fc.oneof(fc.constantFrom("event.kind", "a", "a.b", "a-b", "z"), fc.string({ maxLength: 6 }));
const values = fc.oneof(
  fc.boolean(),
  fc.integer(),
  fc.string({ unit: "grapheme" }),
  fc.constantFrom('quo"te', "line\nbreak", "back\\slash", "Übergabe", "\u{1F600}", -0, 2 ** 53 - 1),
  fc.constant({ uncertain: true, by: "ü" }),
);

describe("digestOf", () => {
  test("is SHA-256 of the canonical JSON, byte for byte, whatever the names and values", () => {
    fc.assert(
      fc.property(fc.dictionary(names, values), (facts) => {
        const given = { plan: digestPlan(Object.keys(facts)), values: Object.values(facts), digest: null };
        expect(digestOf(given)).toBe(contentHash(facts));
      }),
      { numRuns: 2_000 },
    );
  });
});
