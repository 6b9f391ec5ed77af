import * as Result from "effect/Result";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryFacts } from "../arbitrary/arbitrary-facts.ts";
import { arbitraryQuestion } from "../arbitrary/arbitrary-question.ts";
import { valuesOf } from "../arbitrary/fact-values.ts";
import type { CompiledQuestion } from "../decide/compiled-question.ts";
import { decide } from "../decide/decide.ts";
import { itemAt } from "../diagram/item-at.ts";
import { type Facts, isUncertain } from "../facts.ts";
import type { Change } from "./explanation.ts";
import { explain } from "./explain.ts";
import { plainName } from "./fact-words.ts";

const told = (compiled: CompiledQuestion, facts: Facts): string =>
  Result.match(decide(compiled, facts), { onSuccess: ({ answer }) => answer, onFailure: ({ _tag }) => _tag });

/** The facts with the changes made: each changed fact takes the sample of the cell its label names. */
const changed = ({ space }: CompiledQuestion, facts: Facts, changes: readonly Change[]): Facts => ({
  ...facts,
  ...Object.fromEntries(
    changes.map(({ fact, to }) => {
      const axis = itemAt(space.axes, space.levels.get(fact) ?? -1);
      return [fact, axis.cells.find(({ label }) => label === to || plainName(label) === to)?.sample];
    }),
  ),
});

/** Every set of facts that differs from the given one in exactly `count` known facts. */
const differingIn = (compiled: CompiledQuestion, facts: Facts, count: number): readonly Facts[] => {
  const known = [...compiled.law.vocabulary.values()].filter(
    ({ name }) => facts[name] !== undefined && !isUncertain(facts[name]),
  );
  return known
    .reduce<readonly { readonly facts: Facts; readonly left: number }[]>(
      (all, fact) =>
        all.flatMap((each) => [
          each,
          ...(each.left === 0
            ? []
            : valuesOf(fact)
                .filter((value) => value !== facts[fact.name])
                .map((value) => ({ facts: { ...each.facts, [fact.name]: value }, left: each.left - 1 }))),
        ]),
      [{ facts, left: count }],
    )
    .filter(({ left }) => left === 0)
    .map((each) => each.facts);
};

describe("nearest change", () => {
  test("turns the answer, and nothing smaller does", () => {
    fc.assert(
      fc.property(arbitraryQuestion(arbitraryFacts, { min: 2, max: 4 }), ({ compiled, facts }) => {
        const explained = explain(compiled, facts);
        fc.pre(Result.isSuccess(explained));
        const { nearest, determination } = explained.success;
        fc.pre(determination.answer !== "undetermined");
        const opposite = determination.answer === "yes" ? "no" : "yes";
        expect(nearest === null ? opposite : told(compiled, changed(compiled, facts, nearest))).toBe(opposite);
        const smaller = Array.from({ length: nearest?.length ?? compiled.law.vocabulary.size + 1 }, (_, count) =>
          differingIn(compiled, facts, count),
        ).flat();
        expect(smaller.some((each) => told(compiled, each) === opposite)).toBe(false);
      }),
      { numRuns: 600 },
    );
  });

  test("is not given while the answer is undetermined", () => {
    fc.assert(
      fc.property(arbitraryQuestion(arbitraryFacts), ({ compiled, facts }) => {
        const explained = explain(compiled, facts);
        fc.pre(Result.isSuccess(explained) && explained.success.determination.answer === "undetermined");
        expect(explained.success.nearest).toBeNull();
      }),
      { numRuns: 200 },
    );
  });
});
