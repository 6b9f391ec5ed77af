import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryBoundConditions } from "../arbitrary/arbitrary-bound-condition.ts";
import type { Condition } from "../file/condition.ts";
import { completionsOf } from "../reference/completions.ts";
import { holds } from "../reference/obvious-holds.ts";
import type { CompleteFacts } from "../reference/reference-holds.ts";
import type { FactDefinition, Vocabulary } from "../vocabulary/fact-definition.ts";
import { compileCondition, startBuild } from "./compile-condition.ts";
import { assignmentOf } from "./fact-space.ts";
import { itemAt } from "./item-at.ts";
import { support, walk } from "./walk.ts";

const vocabularyOf = (facts: readonly FactDefinition[]): Vocabulary => new Map(facts.map((fact) => [fact.name, fact]));

const runs = { numRuns: 2_000 };

describe("compileCondition", () => {
  test("holds for exactly the facts for which the condition as written holds", () => {
    fc.assert(
      fc.property(arbitraryBoundConditions(1), ({ facts, space, conditions }) => {
        const build = startBuild(1_000_000);
        const { written, bound } = itemAt(conditions, 0);
        const node = compileCondition(build, bound);
        for (const complete of completionsOf(vocabularyOf(facts), {})) {
          expect(walk(build.manager, node, assignmentOf(space, complete)) === 1).toBe(holds(written, complete));
        }
      }),
      runs,
    );
  });

  test("gives two conditions the same node exactly when they are the same function", () => {
    fc.assert(
      fc.property(arbitraryBoundConditions(2), ({ facts, conditions }) => {
        const build = startBuild(1_000_000);
        const [first, second] = [itemAt(conditions, 0), itemAt(conditions, 1)];
        const same = completionsOf(vocabularyOf(facts), {}).every(
          (complete) => holds(first.written, complete) === holds(second.written, complete),
        );
        expect(compileCondition(build, first.bound) === compileCondition(build, second.bound)).toBe(same);
      }),
      runs,
    );
  });

  test("double negation, De Morgan and the distribution of all over any give back the same node", () => {
    fc.assert(
      fc.property(arbitraryBoundConditions(3), ({ conditions }) => {
        const { manager, algebra, ...rest } = startBuild(1_000_000);
        const { and, or, not } = algebra;
        const [a = 0, b = 0, c = 0] = conditions.map(({ bound }) =>
          compileCondition({ manager, algebra, ...rest }, bound),
        );
        expect(not(not(a))).toBe(a);
        expect(not(and(a, b))).toBe(or(not(a), not(b)));
        expect(and(a, or(b, c))).toBe(or(and(a, b), and(a, c)));
        expect([and(a, b), or(a, b), and(a, a), or(a, not(a))]).toEqual([and(b, a), or(b, a), a, algebra.always]);
      }),
      runs,
    );
  });

  test("depends on a fact exactly when some change of that fact alone changes it", () => {
    fc.assert(
      fc.property(arbitraryBoundConditions(1), ({ facts, space, conditions }) => {
        const build = startBuild(1_000_000);
        const { written, bound } = itemAt(conditions, 0);
        const levels = support(build.manager, compileCondition(build, bound));
        const complete = completionsOf(vocabularyOf(facts), {});
        expect(levels.map((level) => itemAt(space.axes, level).definition.name)).toEqual(
          facts.map(({ name }) => name).filter((name) => changes(name, written, complete)),
        );
      }),
      runs,
    );
  });
});

const changes = (name: string, condition: Condition, complete: readonly CompleteFacts[]): boolean => {
  const groups = Map.groupBy(complete, (facts) => JSON.stringify({ ...facts, [name]: null }));
  return [...groups.values()].some((group) => new Set(group.map((facts) => holds(condition, facts))).size > 1);
};
