import * as Result from "effect/Result";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryFacts } from "../arbitrary/arbitrary-facts.ts";
import { arbitraryQuestion } from "../arbitrary/arbitrary-question.ts";
import type { Facts } from "../facts.ts";
import type { Vocabulary } from "../vocabulary/fact-definition.ts";
import { decide } from "./decide.ts";
import type { DecideError } from "./errors.ts";
import { evaluate } from "./evaluate.ts";
import type { EvaluatedLeaf } from "./leaf.ts";
import { tableFinder } from "./leaf-finder.ts";

/** Facts as a careless caller might give them: wrong types, values outside the domain, inherited names. */
const carelessFacts = (vocabulary: Vocabulary): fc.Arbitrary<Facts> =>
  fc
    .tuple(
      arbitraryFacts(vocabulary),
      fc.dictionary(
        fc.constantFrom(...vocabulary.keys()),
        fc.oneof(fc.integer(), fc.string(), fc.boolean(), fc.double(), fc.constantFrom("2024-02-30", "Release")),
      ),
    )
    .map(([facts, wrong]) => ({ ...facts, ...wrong }))
    .chain((facts) => fc.constantFrom<Facts>(facts, Object.assign(Object.create(null), facts), Object.create(facts)));

describe("leafFor", () => {
  test("generated code and the table walk find the same leaf, whatever they are given", () => {
    fc.assert(
      fc.property(arbitraryQuestion(carelessFacts), ({ compiled, facts }) => {
        const { diagrams } = compiled;
        fc.pre(diagrams !== null);
        expect(compiled.leafFor(facts)).toEqual(tableFinder({ ...compiled, diagrams })(facts));
      }),
      { numRuns: 500 },
    );
  });

  test("finds a leaf only where `decide` settles the same answer on the same grounds", () => {
    fc.assert(
      fc.property(arbitraryQuestion(arbitraryFacts), ({ compiled, facts }) => {
        const leaf = compiled.leafFor(facts);
        fc.pre(leaf !== null);
        const { answer, grounds } = Result.getOrThrow(decide(compiled, facts));
        expect(leaf).toEqual({ answer, grounds, ids: grounds.map(({ rule }) => rule) });
      }),
      { numRuns: 500 },
    );
  });

  test("reads each fact once at most", () => {
    fc.assert(
      fc.property(arbitraryQuestion(arbitraryFacts), ({ compiled, facts }) => {
        const read: PropertyKey[] = [];
        compiled.leafFor(new Proxy(facts, { get: (target, name) => (read.push(name), Reflect.get(target, name)) }));
        expect(new Set(read).size).toBe(read.length);
      }),
      { numRuns: 500 },
    );
  });
});

describe("evaluate", () => {
  test("is `decide` without the receipt", () => {
    fc.assert(
      fc.property(arbitraryQuestion(arbitraryFacts), ({ compiled, facts }) => {
        const short = Result.map(decide(compiled, facts), ({ answer, grounds }) => ({
          answer,
          grounds,
          ids: grounds.map(({ rule }) => rule),
        }));
        expect(plain(evaluate(compiled, facts))).toEqual(plain(short));
      }),
      { numRuns: 500 },
    );
  });
});

const plain = (outcome: Result.Result<EvaluatedLeaf, DecideError>): unknown =>
  Result.match(outcome, { onSuccess: (leaf) => leaf, onFailure: (error) => error.message });
