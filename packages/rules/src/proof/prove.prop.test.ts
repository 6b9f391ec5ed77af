import * as Result from "effect/Result";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryConditions } from "../arbitrary/arbitrary-condition.ts";
import { type ArbitraryLaw, arbitraryLaw, INNER_QUESTION, SAMPLE_QUESTION } from "../arbitrary/arbitrary-law.ts";
import { SAMPLE_DAY } from "../arbitrary/arbitrary-rules.ts";
import { valuesOf } from "../arbitrary/fact-values.ts";
import { compileQuestion } from "../decide/compile-question.ts";
import { decide } from "../decide/decide.ts";
import type { Condition } from "../file/condition.ts";
import type { Implication } from "../file/property-file.ts";
import { completionsOf } from "../reference/completions.ts";
import { holds } from "../reference/obvious-holds.ts";
import { obviousDetermination, type ReferenceDetermination } from "../reference/reference-determination.ts";
import type { CompleteFacts } from "../reference/reference-holds.ts";
import { fitting } from "./fitting.ts";
import { proveImplication } from "./prove-implication.ts";
import { proveNeverLoses } from "./prove-never-loses.ts";
import type { Outcome, Somebody } from "./verdict.ts";

const runs = { numRuns: 500 };

const determine = ({ law, enable }: ArbitraryLaw, facts: CompleteFacts, question = SAMPLE_QUESTION) =>
  obviousDetermination(law, { question, asOf: SAMPLE_DAY, enable }, facts);

/** A condition of a property: also over the answer, and over a rule being a ground. */
const conditionOf = ({ law }: ArbitraryLaw): fc.Arbitrary<Exclude<Condition, { readonly fact: string }>> => {
  const rules = law.questions.get(SAMPLE_QUESTION)?.file.rules ?? [];
  const facts = [
    ...law.vocabulary.values(),
    { ...NAMED, name: "answer", type: "enum" as const, values: ["yes", "no", "conflict"] },
    ...rules.map(({ id }) => ({ ...NAMED, name: id, type: "boolean" as const })),
  ];
  return arbitraryConditions({ facts, questions: [INNER_QUESTION] });
};

const NAMED = { title: "", question: "", knownBy: "claimant" as const, sensitive: false };

const seenBy = (asked: ArbitraryLaw, facts: CompleteFacts): CompleteFacts => {
  const { answer, grounds } = determine(asked, facts);
  const rules = asked.law.questions.get(SAMPLE_QUESTION)?.file.rules ?? [];
  const inner = determine(asked, facts, INNER_QUESTION).answer === "yes";
  const isGround = rules.map(({ id }) => [id, answer !== "conflict" && grounds.includes(id)] as const);
  return { ...facts, ...Object.fromEntries(isGround), answer, [INNER_QUESTION]: inner };
};

/** A law with a property of it that fits: no test of it comes out the same for every value. */
const implication = arbitraryLaw({ min: 1, max: 4 })
  .chain((asked) =>
    fc.record({ asked: fc.constant(asked), met: fc.option(conditionOf(asked)), wanted: conditionOf(asked) }),
  )
  .map((drawn) => ({ ...drawn, property: propertyOf(drawn) }))
  .filter(({ asked, property }) => Result.isSuccess(fitting(asked.law, property)));

type Drawn = {
  readonly asked: ArbitraryLaw;
  readonly met: Implication["when"] | null;
  readonly wanted: Implication["then"];
};

const propertyOf = ({ asked, met, wanted }: Drawn): Implication => ({
  name: "a property",
  reason: "a reason",
  question: SAMPLE_QUESTION,
  enable: [...asked.enable],
  ...(met === null ? {} : { when: met }),
  // oxlint-disable-next-line unicorn/no-thenable -- a property's own word for what must hold; nobody awaits one
  then: wanted,
});

/** What `decide` says of an example must be what the proof says it does. */
const expectDecided = ({ law, enable }: ArbitraryLaw, facts: Somebody, said: Outcome): void => {
  const compiled = Result.getOrThrow(compileQuestion(law, SAMPLE_QUESTION, { asOf: SAMPLE_DAY, enable }));
  const decided = decide(compiled, facts);
  const found = Result.isSuccess(decided)
    ? { answer: decided.success.answer, grounds: decided.success.grounds.map(({ rule }) => rule) }
    : { answer: "conflict", grounds: [] };
  expect({ answer: said.answer, grounds: said.grounds }).toEqual(found);
};

describe("proveImplication", () => {
  test("proves exactly what trying everybody shows, and otherwise gives somebody for whom it is not so", () => {
    fc.assert(
      fc.property(implication, ({ asked, met, wanted, property }) => {
        const verdict = Result.getOrThrow(proveImplication(asked.law, property, { asOf: SAMPLE_DAY }));
        const isMet = (seen: CompleteFacts): boolean => met === null || holds(met, seen);
        const isBroken = (facts: CompleteFacts): boolean => {
          const seen = seenBy(asked, facts);
          return isMet(seen) && !holds(wanted, seen);
        };
        const people = completionsOf(asked.law.vocabulary, {});
        expect(verdict.kind).toBe(people.some(isBroken) ? "refuted" : "proved");
        const isVacuous = !people.some((facts) => isMet(seenBy(asked, facts)));
        expect(verdict.kind === "proved" && verdict.isVacuous).toBe(isVacuous);
        if (verdict.kind !== "refuted") return;
        const { facts, region } = verdict.example;
        expect(completionsOf(asked.law.vocabulary, facts).every(isBroken)).toBe(true);
        expect(completionsOf(asked.law.vocabulary, region.witness).every(isBroken)).toBe(true);
        expectDecided(asked, facts, verdict.example);
      }),
      runs,
    );
  });

  test("decides nothing rather than guess when it grows too large", () => {
    fc.assert(
      fc.property(implication, fc.integer({ min: 2, max: 40 }), ({ asked, property }, maxNodes) => {
        const small = Result.getOrThrow(proveImplication(asked.law, property, { asOf: SAMPLE_DAY, maxNodes }));
        const whole = Result.getOrThrow(proveImplication(asked.law, property, { asOf: SAMPLE_DAY }));
        const said = small.kind === "not-decided" ? small.tooLarge.maxNodes : small.kind;
        expect(said).toBe(small.kind === "not-decided" ? maxNodes : whole.kind);
      }),
      runs,
    );
  });
});

describe("proveNeverLoses", () => {
  test("proves exactly what trying everybody with every value shows, and otherwise gives somebody who loses a ground", () => {
    const asking = arbitraryLaw({ min: 1, max: 4 })
      .map((asked) => ({
        asked,
        ordered: [...asked.law.vocabulary.values()].filter(({ type }) => type !== "enum"),
      }))
      .filter(({ ordered }) => ordered.length > 0)
      .chain(({ asked, ordered }) => fc.record({ asked: fc.constant(asked), fact: fc.constantFrom(...ordered) }));
    const groundsOf = ({ answer, grounds }: ReferenceDetermination) => (answer === "yes" ? grounds : []);
    fc.assert(
      fc.property(asking, ({ asked, fact }) => {
        const property = {
          name: "a property",
          reason: "a reason",
          question: SAMPLE_QUESTION,
          enable: [...asked.enable],
          neverLoses: [fact.name],
        };
        const verdict = Result.getOrThrow(proveNeverLoses(asked.law, property, { asOf: SAMPLE_DAY }));
        const loses = completionsOf(asked.law.vocabulary, {}).some((facts) => {
          const before = groundsOf(determine(asked, facts));
          return valuesOf(fact)
            .filter((value) => value > (facts[fact.name] ?? value))
            .some((value) => {
              const after = groundsOf(determine(asked, { ...facts, [fact.name]: value }));
              return before.some((ground) => !after.includes(ground));
            });
        });
        expect(verdict.kind).toBe(loses ? "refuted" : "proved");
        if (verdict.kind !== "refuted") return;
        const { from, to, facts, before, after } = verdict.example;
        expect(to > from).toBe(true);
        expectDecided(asked, { ...facts, [fact.name]: from }, before);
        expectDecided(asked, { ...facts, [fact.name]: to }, after);
        expect(before.answer).toBe("yes");
        expect(after.answer === "yes" ? before.grounds.filter((id) => !after.grounds.includes(id)) : [1]).not.toEqual(
          [],
        );
      }),
      runs,
    );
  });
});
