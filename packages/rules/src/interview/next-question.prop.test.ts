import * as Result from "effect/Result";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryFacts } from "../arbitrary/arbitrary-facts.ts";
import { arbitraryQuestion } from "../arbitrary/arbitrary-question.ts";
import { valuesOf } from "../arbitrary/fact-values.ts";
import { type Facts } from "../facts.ts";
import type { FactDefinition, Vocabulary } from "../vocabulary/fact-definition.ts";
import { SAMPLE_QUESTION } from "../arbitrary/arbitrary-law.ts";
import { SAMPLE_DAY } from "../arbitrary/arbitrary-rules.ts";
import { compileQuestion } from "../decide/compile-question.ts";
import type { CompiledQuestion } from "../decide/compiled-question.ts";
import { decide } from "../decide/decide.ts";
import { nextQuestion } from "./next-question.ts";

const told = (compiled: CompiledQuestion, facts: Facts): string =>
  Result.match(decide(compiled, facts), { onSuccess: ({ answer }) => answer, onFailure: ({ _tag }) => _tag });

/** Every way of answering the facts not asked yet; uncertain ones stay uncertain. */
const answerings = (vocabulary: Vocabulary, facts: Facts): readonly Facts[] =>
  [...vocabulary.values()]
    .filter(({ name }) => facts[name] === undefined)
    .reduce<readonly Facts[]>(
      (all, fact) => all.flatMap((each) => valuesOf(fact).map((value) => ({ ...each, [fact.name]: value }))),
      [facts],
    );

const canMatter = (compiled: CompiledQuestion, fact: FactDefinition, answered: readonly Facts[]): boolean => {
  const groups = Map.groupBy(answered, (each) => JSON.stringify({ ...each, [fact.name]: null }));
  return [...groups.values()].some((group) => new Set(group.map((each) => told(compiled, each))).size > 1);
};

describe("nextQuestion", () => {
  test("asks an unknown fact that can matter, and none exactly when no such fact is left", () => {
    fc.assert(
      fc.property(arbitraryQuestion(arbitraryFacts, { min: 1, max: 4 }), ({ compiled, facts, law }) => {
        const answered = answerings(law.vocabulary, facts);
        const useful = [...law.vocabulary.values()].filter(
          (fact) => facts[fact.name] === undefined && canMatter(compiled, fact, answered),
        );
        const asked = nextQuestion(compiled, facts);
        expect(asked === null).toBe(useful.length === 0);
        if (asked === null) return;
        expect(useful.map(({ name }) => name)).toContain(asked.fact);
        expect([asked.state, asked.sensitive]).toEqual(["unknown", useful.every(({ sensitive }) => sensitive)]);
      }),
      { numRuns: 1_000 },
    );
  });

  test("settles the answer by asking one fact after another, each once", () => {
    fc.assert(
      fc.property(
        arbitraryQuestion((vocabulary) => arbitraryFacts(vocabulary).map(withoutUncertain)),
        fc.infiniteStream(fc.nat()),
        ({ compiled, facts, law }, picks) => {
          let known = facts;
          for (let asked = nextQuestion(compiled, known); asked !== null; asked = nextQuestion(compiled, known)) {
            expect(known[asked.fact]).toBeUndefined();
            const definition = law.vocabulary.get(asked.fact);
            const values = definition === undefined ? [] : valuesOf(definition);
            known = { ...known, [asked.fact]: values[(picks.next().value ?? 0) % values.length] };
          }
          expect(told(compiled, known)).not.toBe("undetermined");
        },
      ),
      { numRuns: 1_000 },
    );
  });
});

describe("nextQuestion without the diagram of all rules", () => {
  test("asks the same", () => {
    fc.assert(
      fc.property(arbitraryQuestion(arbitraryFacts), ({ law, enable, compiled, facts }) => {
        const plain = Result.getOrThrow(
          compileQuestion(law, SAMPLE_QUESTION, { asOf: SAMPLE_DAY, enable, maxNodes: 0 }),
        );
        expect(nextQuestion(plain, facts)).toEqual(nextQuestion(compiled, facts));
      }),
      { numRuns: 500 },
    );
  });
});

const withoutUncertain = (facts: Facts): Facts =>
  Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, typeof value === "object" ? undefined : value]),
  );
