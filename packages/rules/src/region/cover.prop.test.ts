import { test as property } from "@fast-check/vitest";
import * as Result from "effect/Result";
import { describe, expect } from "vitest";
import { arbitraryLaw, SAMPLE_QUESTION } from "../arbitrary/arbitrary-law.ts";
import { SAMPLE_DAY } from "../arbitrary/arbitrary-rules.ts";
import { compileQuestion } from "../decide/compile-question.ts";
import { SETTLED_ANSWERS } from "../decide/question-diagrams.ts";
import { openAnswer } from "../decide/open-answer.ts";
import { unary } from "../diagram/apply.ts";
import { booleanAlgebra } from "../diagram/boolean-algebra.ts";
import { allOpen } from "../diagram/fact-space.ts";
import { itemAt } from "../diagram/item-at.ts";
import { coverOf } from "./cover.ts";
import { diagramOfCube, isTrueThroughout } from "./cube.ts";

/** Where the sample question of a generated law answers yes, in a manager of its own. */
const yesOf = (law: Parameters<typeof compileQuestion>[0]) => {
  const compiled = Result.getOrThrow(compileQuestion(law, SAMPLE_QUESTION, { asOf: SAMPLE_DAY }));
  const open = openAnswer(compiled, allOpen(compiled.space));
  if (open === null) throw new Error("the sample law is small enough for a diagram");
  const yes = unary(open.manager, (value) => (SETTLED_ANSWERS[value] === "yes" ? 1 : 0))(open.root);
  return { space: compiled.space, manager: open.manager, yes };
};

describe("coverOf", () => {
  property.prop([arbitraryLaw()], { numRuns: 1000 })("covers exactly where the diagram is true", ({ law }) => {
    const { space, manager, yes } = yesOf(law);
    const { or, never } = booleanAlgebra(manager);
    const { cubes } = coverOf(manager, yes, { space, limit: 1000 });
    expect(cubes.map((cube) => diagramOfCube(manager, space, cube)).reduce(or, never)).toBe(yes);
  });

  property.prop([arbitraryLaw()], { numRuns: 1000 })("gives no cube that could name a fact less", ({ law }) => {
    const { space, manager, yes } = yesOf(law);
    for (const cube of coverOf(manager, yes, { space, limit: 1000 }).cubes) {
      for (const level of cube.keys()) {
        const wider = new Map([...cube].filter(([other]) => other !== level));
        expect(isTrueThroughout(manager, yes, wider)).toBe(false);
      }
    }
  });

  property.prop([arbitraryLaw()], { numRuns: 1000 })("gives no cube that the others make needless", ({ law }) => {
    const { space, manager, yes } = yesOf(law);
    const { or, never } = booleanAlgebra(manager);
    const { cubes } = coverOf(manager, yes, { space, limit: 1000 });
    for (const place of cubes.keys()) {
      const others = cubes.filter((_, other) => other !== place);
      const together = others.map((cube) => diagramOfCube(manager, space, cube)).reduce(or, never);
      expect(isTrueThroughout(manager, together, itemAt(cubes, place))).toBe(false);
    }
  });

  property.prop([arbitraryLaw()], { numRuns: 300 })(
    "says what it leaves uncovered when it is told to stop",
    ({ law }) => {
      const { space, manager, yes } = yesOf(law);
      const { or } = booleanAlgebra(manager);
      const { cubes, rest } = coverOf(manager, yes, { space, limit: 1 });
      expect(cubes.map((cube) => diagramOfCube(manager, space, cube)).reduce(or, rest)).toBe(yes);
    },
  );
});
