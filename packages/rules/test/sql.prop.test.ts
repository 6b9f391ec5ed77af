import { LocalDate } from "@victim-rights/core";
import * as Result from "effect/Result";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { arbitraryFacts } from "../src/arbitrary/arbitrary-facts.ts";
import { arbitraryQuestion } from "../src/arbitrary/arbitrary-question.ts";
import { compileQuestion, type Facts } from "../src/index.ts";
import { factsNearRules } from "./facts-near-rules.ts";
import { shippedLaws } from "./shipped-laws.ts";
import type { Engine } from "./sql/engine.ts";
import { startEngines } from "./sql/engines.ts";
import { decidedRows, expressedRows, queriedRows } from "./sql/rows-in-sql.ts";
import { storeFacts } from "./sql/store-facts.ts";

const shipped = shippedLaws();

const notices = shipped.map((law) => [law.id, law] as const);

let engines: readonly Engine[] = [];
beforeAll(async () => {
  engines = await startEngines();
}, 60_000);
afterAll(() => Promise.all(engines.map((engine) => engine.close())));

/** A generated question with rows of facts, some of them not known. */
const askedRows = arbitraryQuestion(arbitraryFacts).chain(({ compiled, law }) =>
  fc.record({
    compiled: fc.constant(compiled),
    rows: fc.array(arbitraryFacts(law.vocabulary), { minLength: 10, maxLength: 30 }),
  }),
);

test("generated laws answer in every engine what `decide` answers, by query and by expression", async () => {
  await fc.assert(
    fc.asyncProperty(askedRows, async ({ compiled, rows }) => {
      const expected = decidedRows(compiled, rows);
      for (const engine of engines) {
        await storeFacts(engine, compiled, rows);
        expect(await queriedRows(engine, compiled), engine.name).toEqual(expected);
        expect(await expressedRows(engine, compiled), engine.name).toEqual(expected);
      }
    }),
    { numRuns: 20 },
  );
});

describe.each(notices)("the rule files of %s as SQL", (_id, law) => {
  test.each([...law.questions.keys()])("%s answers in every engine what `decide` answers", async (question) => {
    const compiled = Result.getOrThrow(compileQuestion(law, question, { asOf: LocalDate.parse("2026-11-22") }));
    const incomplete = factsNearRules(law, question).chain((facts) =>
      fc
        .tuple(...Object.keys(facts).map(() => fc.nat({ max: 4 })))
        .map((draws): Facts => Object.fromEntries(Object.entries(facts).filter((_, place) => draws[place] !== 0))),
    );
    const rows = fc.sample(incomplete, 80);
    const expected = decidedRows(compiled, rows);
    for (const engine of engines.filter(({ dialect }) => dialect !== "spark")) {
      await storeFacts(engine, compiled, rows);
      expect(await queriedRows(engine, compiled), engine.name).toEqual(expected);
    }
  });
});
