import { test as property } from "@fast-check/vitest";
import fc from "fast-check";
import { evaluate } from "feelin";
import { describe, expect, test } from "vitest";
import { FactName } from "../../vocabulary/fact-definition.ts";
import { feelName } from "./feel-name.ts";

/** Short names of few letters, so that two of them are often nearly the same. */
const names = fc.stringMatching(/^[a-h][a-h1-]{0,3}(?:[./][a-h][a-h1-]{0,3}){0,2}$/u);

const WORDS = ["not", "date", "in", "if", "for", "null", "true", "count", "list", "item", "every", "notice", "between"];

describe("feelName", () => {
  test.each([
    ["harm.bodily-injury", "harm_bodilyInjury"],
    ["victim-definition/notice", "victimDefinition__notice"],
    ["section-8", "section_8"],
    ["date", "date_"],
  ])("writes %s as %s", (name, written) => {
    expect(feelName(name)).toBe(written);
  });

  property.prop([fc.uniqueArray(names, { minLength: 2, maxLength: 40 })], { numRuns: 2000 })(
    "gives no two names the same variable",
    (all) => {
      expect(new Set(all.map(feelName)).size).toBe(all.length);
    },
  );

  property.prop([fc.oneof(names, fc.constantFrom(...WORDS))], { numRuns: 300 })(
    "gives a variable that FEEL reads back",
    (name) => {
      expect(FactName.safeParse(name).success).toBe(true);
      expect(evaluate(`${feelName(name)} + 1`, { [feelName(name)]: 41 }).value).toBe(42);
    },
  );
});
