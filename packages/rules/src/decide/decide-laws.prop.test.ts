import * as Result from "effect/Result";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryCompleteFacts, arbitraryFacts } from "../arbitrary/arbitrary-facts.ts";
import { INNER_QUESTION, SAMPLE_QUESTION } from "../arbitrary/arbitrary-law.ts";
import { arbitraryQuestion } from "../arbitrary/arbitrary-question.ts";
import { SAMPLE_DAY } from "../arbitrary/arbitrary-rules.ts";
import { sampleLaw } from "../arbitrary/sample-law.ts";
import { valuesOf } from "../arbitrary/fact-values.ts";
import { type Facts, isUncertain } from "../facts.ts";
import type { Rule, RuleId } from "../file/rule-file.ts";
import type { Law } from "../load/law.ts";
import type { FactDefinition } from "../vocabulary/fact-definition.ts";
import { compileQuestion } from "./compile-question.ts";
import { decide } from "./decide.ts";
import type { Determination } from "./determination.ts";

const runs = { numRuns: 400 };

type Asking = { readonly law: Law; readonly enable: readonly RuleId[]; readonly facts: Facts };

/** A decision without what may rightly differ: the hash of the file as written, and the engine. */
const decided = ({ law, enable, facts }: Asking, maxNodes?: number) => {
  const options = { asOf: SAMPLE_DAY, enable, ...(maxNodes === undefined ? {} : { maxNodes }) };
  const compiled = Result.getOrThrow(compileQuestion(law, SAMPLE_QUESTION, options));
  return Result.match(decide(compiled, facts), {
    onSuccess: comparable,
    onFailure: (error) => ({ error: error._tag, message: error.message }),
  });
};

const comparable = ({ receipt, within, ...rest }: Determination): object => ({
  ...rest,
  engine: null,
  receipt: { ...receipt, ruleHash: "" },
  within: within.map(comparable),
});

/** The files of a law as `sampleLaw` takes them, with each file's rules changed. */
const withRules = (law: Law, change: (rules: readonly Rule[]) => Rule[]): Law =>
  sampleLaw(
    [...law.vocabulary.values()],
    Object.fromEntries([...law.questions].map(([id, { file }]) => [id, change(file.rules)])),
  );

describe("decide", () => {
  test("gives the same determination in whatever order rules and facts are written", () => {
    const shuffled = arbitraryQuestion(arbitraryFacts).chain((question) =>
      fc.record({
        question: fc.constant(question),
        order: fc.infiniteStream(fc.nat()),
        facts: fc.shuffledSubarray(Object.entries(question.facts), { minLength: Object.keys(question.facts).length }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ question, order, facts }) => {
        const { law, enable } = question;
        const mixed = withRules(law, (rules) =>
          rules
            .map((rule) => ({ rule, key: order.next().value ?? 0 }))
            .toSorted((a, b) => a.key - b.key)
            .map(({ rule }) => rule),
        );
        expect(decided({ law: mixed, enable, facts: Object.fromEntries(facts) })).toEqual(
          decided({ law, enable, facts: question.facts }),
        );
      }),
      runs,
    );
  });

  test("never takes back a settled answer or a certain ground when a fact is added", () => {
    const added = arbitraryQuestion(arbitraryFacts).chain((question) =>
      fc.record({
        question: fc.constant(question),
        fact: fc.constantFrom(...question.law.vocabulary.values()),
        pick: fc.nat(),
      }),
    );
    fc.assert(
      fc.property(added, ({ question: { compiled, facts }, fact, pick }) => {
        fc.pre(facts[fact.name] === undefined || isUncertain(facts[fact.name]));
        const before = decide(compiled, facts);
        fc.pre(Result.isSuccess(before));
        const values = valuesOf(fact);
        const after = decide(compiled, { ...facts, [fact.name]: values[pick % values.length] });
        const isSettled = before.success.answer !== "undetermined";
        fc.pre(isSettled || Result.isSuccess(after));
        const { answer, grounds } = Result.getOrThrow(after);
        expect(isSettled ? answer : before.success.answer).toBe(before.success.answer);
        expect(grounds).toEqual(expect.arrayContaining([...before.success.grounds]));
      }),
      runs,
    );
  });

  test("decides plainly exactly as by diagram, wherever the node bound falls", () => {
    fc.assert(
      fc.property(arbitraryQuestion(arbitraryFacts), fc.integer({ min: 0, max: 60 }), (question, bound) => {
        expect(decided(question, bound)).toEqual(decided(question));
      }),
      runs,
    );
  });

  test("says which engine decided", () => {
    fc.assert(
      fc.property(arbitraryQuestion(arbitraryFacts), ({ law, enable }) => {
        const engines = [0, undefined].map(
          (maxNodes) =>
            Result.getOrThrow(
              compileQuestion(law, SAMPLE_QUESTION, {
                asOf: SAMPLE_DAY,
                enable,
                ...(maxNodes === undefined ? {} : { maxNodes }),
              }),
            ).engine,
        );
        expect(engines).toEqual(["plain", "diagram"]);
      }),
      { numRuns: 100 },
    );
  });

  test("reads an inner question as if it had been answered first", () => {
    fc.assert(
      fc.property(arbitraryQuestion(arbitraryCompleteFacts), ({ law, enable, facts }) => {
        const inner = Result.getOrThrow(compileQuestion(law, INNER_QUESTION, { asOf: SAMPLE_DAY, enable }));
        const answer = decide(inner, facts);
        fc.pre(Result.isSuccess(answer));
        const apart = decided({
          law: answeredFirst(law),
          enable: enable.filter((id) => !id.includes("/definition/")),
          facts: { ...facts, [ANSWERED.name]: answer.success.answer === "yes" },
        });
        expect(bare(apart)).toEqual(bare(decided({ law, enable, facts })));
      }),
      runs,
    );
  });

  test("gives the same receipt whatever the order of keys, and another when a fact changes", () => {
    fc.assert(
      fc.property(arbitraryQuestion(arbitraryFacts), ({ compiled, facts }) => {
        const first = decide(compiled, facts);
        fc.pre(Result.isSuccess(first));
        const turned = Object.fromEntries(
          Object.entries(facts)
            .toReversed()
            .filter(([, value]) => value !== undefined),
        );
        expect(JSON.stringify(Result.getOrThrow(decide(compiled, turned)).receipt)).toBe(
          JSON.stringify(first.success.receipt),
        );
        const [[name, value] = ["", undefined]] = Object.entries(facts);
        const less = decide(compiled, { ...facts, [name]: undefined });
        fc.pre(Result.isSuccess(less) && value !== undefined);
        expect(less.success.receipt.factsDigest).not.toBe(first.success.receipt.factsDigest);
      }),
      runs,
    );
  });
});

const ANSWERED: FactDefinition = {
  name: "definition.answered",
  title: "answered",
  type: "boolean",
  question: "?",
  knownBy: "claimant",
  sensitive: false,
};

/** The outer question alone, reading the inner question's answer as a plain fact. */
const answeredFirst = (law: Law): Law =>
  sampleLaw(
    [...law.vocabulary.values(), ANSWERED],
    JSON.parse(
      JSON.stringify({ [SAMPLE_QUESTION]: law.questions.get(SAMPLE_QUESTION)?.file.rules }).replaceAll(
        `"fact":"${INNER_QUESTION}"`,
        `"fact":"${ANSWERED.name}"`,
      ),
    ),
  );

/** What the outer question alone decides. */
const bare = (outcome: object): object => ({ ...outcome, receipt: null, within: null, weakestVerification: null });
