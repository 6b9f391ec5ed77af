import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitrarySheet, quietAnswer, scaleAnswers } from "../arbitrary/arbitrary-answers.ts";
import type { Answer, AnswerSheet } from "../answer.ts";
import { obviousInventory } from "../reference/obvious-inventory.ts";
import { resultOf } from "../screen-result.ts";
import { openInventory } from "./inventory.ts";
import { readInventory } from "./read-inventory.ts";

const inventory = openInventory();
const { items } = inventory;

const reading = (sheet: AnswerSheet) => {
  const reasons = readInventory(inventory, sheet).map((reason) => ({ ...reason, from: "screen-1", instrument: null }));
  const { kind, flags, track } = resultOf({ reasons, screens: [] });
  return { kind, flags, track };
};

describe("readInventory", () => {
  test("agrees with the plain table whatever was answered", () => {
    fc.assert(
      fc.property(arbitrarySheet(items), (sheet) => {
        expect(reading(sheet)).toEqual(obviousInventory(sheet));
      }),
      { numRuns: 4000 },
    );
  });

  test("agrees with the plain table for any two answers beside quiet ones", () => {
    const quiet = new Map<string, Answer>(items.map((item) => [item.key, quietAnswer(item)]));
    const tried = items.flatMap((item) =>
      [...scaleAnswers(item), "unknown", "declined", "not_asked", { notApplicable: item.exemption?.reason ?? "x" }].map(
        (answer) => [item.key, answer as Answer] as const,
      ),
    );
    for (const [at, first] of tried.entries()) {
      for (const second of tried.slice(at)) {
        const sheet = new Map([...quiet, first, second]);
        expect(reading(sheet)).toEqual(obviousInventory(sheet));
      }
    }
  });
});
