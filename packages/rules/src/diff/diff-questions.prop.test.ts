import { fc, test as property } from "@fast-check/vitest";
import * as Result from "effect/Result";
import { describe, expect, test } from "vitest";
import { SAMPLE_QUESTION } from "../arbitrary/arbitrary-law.ts";
import { arbitraryLawPair, type LawPair } from "../arbitrary/arbitrary-law-pair.ts";
import { SAMPLE_DAY } from "../arbitrary/arbitrary-rules.ts";
import { compileQuestion } from "../decide/compile-question.ts";
import { decide } from "../decide/decide.ts";
import type { FactValue } from "../facts.ts";
import { isInRegion } from "../reference/in-region.ts";
import {
  determined,
  everyone,
  obviousByEffect,
  obviousByRule,
  reworkedRules,
} from "../reference/obvious-differences.ts";
import type { CompleteFacts } from "../reference/reference-holds.ts";
import type { Difference } from "./difference.ts";
import { diffQuestions } from "./diff-questions.ts";
import type { DiffOptions, QuestionDiff } from "./question-diff.ts";
import { onBoth } from "./side.ts";

const sidesOf = (pair: LawPair) => onBoth(pair, (side) => ({ ...side, question: SAMPLE_QUESTION, asOf: SAMPLE_DAY }));

const diffOf = (pair: LawPair, options: DiffOptions): QuestionDiff =>
  Result.getOrThrow(diffQuestions(sidesOf(pair), { limit: 10_000, ...options }));

const nameOf = (difference: Difference): string => {
  switch (difference.kind) {
    case "answer":
      return `answer ${difference.left} ${difference.right}`;
    case "ground":
      return `${difference.change} ${difference.rule}`;
    case "follows":
      return `follows ${difference.rule}`;
    case "effect":
      return "effect";
  }
};

/** What the regions of a comparison say differs for one person. */
const toldFor = ({ differences }: QuestionDiff, pair: LawPair, facts: CompleteFacts): readonly string[] =>
  [
    ...new Set(
      differences
        .filter(({ regions }) => regions.some((region) => isInRegion(region, (fact) => valueFor(fact, pair, facts))))
        .map(nameOf),
    ),
  ].toSorted();

/** A fact's value, or for a question that is read, the side's own answer to it, which is never a contradiction there. */
const valueFor = (fact: string, pair: LawPair, facts: CompleteFacts): FactValue => {
  const given = facts[fact];
  if (given !== undefined) return given;
  const side = fact.startsWith("right:") ? "right" : "left";
  const { answer } = determined(pair[side], { question: fact.replace(/^(left|right):/u, ""), facts });
  expect(answer).not.toBe("conflict");
  return answer === "yes";
};

const inLine = (facts: CompleteFacts, told: readonly string[]): string => `${JSON.stringify(facts)} ${told.join(", ")}`;

const mirrored = ({ left, right }: LawPair): LawPair => ({ left: right, right: left });

/** The same line as told from the other side. */
const fromTheOtherSide = (line: string): string => {
  const [kind = "", first = "", second = ""] = line.split(" ");
  if (kind === "answer") return `answer ${second} ${first}`;
  return line.replace(/^(lost|gained)/u, kind === "lost" ? "gained" : "lost");
};

describe("diffQuestions", () => {
  property.prop([arbitraryLawPair()], { numRuns: 250 })(
    "tells exactly what differs for every person, by rule and by effect, and nothing else",
    (pair) => {
      const [byRule, byEffect] = [diffOf(pair, { by: "rule" }), diffOf(pair, { by: "effect" })];
      const reworded = reworkedRules(pair);
      const people = everyone(pair);
      expect(people.map((facts) => inLine(facts, toldFor(byRule, pair, facts)))).toEqual(
        people.map((facts) => inLine(facts, obviousByRule(pair, facts, reworded))),
      );
      expect(people.map((facts) => inLine(facts, toldFor(byEffect, pair, facts)))).toEqual(
        people.map((facts) => inLine(facts, obviousByEffect(pair, facts))),
      );
    },
  );

  property.prop([arbitraryLawPair()], { numRuns: 100 })("finds nothing between a law and itself", ({ left }) => {
    for (const by of ["rule", "effect"] as const) {
      const { differences, domains, texts, notDecided } = diffOf({ left, right: left }, { by });
      expect({ differences, domains, texts, notDecided }).toEqual({
        differences: [],
        domains: [],
        texts: [],
        notDecided: null,
      });
    }
  });

  property.prop([arbitraryLawPair()], { numRuns: 100 })(
    "says the same from the other side, the other way round",
    (pair) => {
      const [there, back] = [diffOf(pair, { by: "rule" }), diffOf(mirrored(pair), { by: "rule" })];
      const people = everyone(pair);
      expect(people.map((facts) => toldFor(back, mirrored(pair), facts).map(fromTheOtherSide).toSorted())).toEqual(
        people.map((facts) => toldFor(there, pair, facts)),
      );
      expect(new Map(back.domains.map(({ fact, onlyLeft, onlyRight }) => [fact, [onlyRight, onlyLeft]]))).toEqual(
        new Map(there.domains.map(({ fact, onlyLeft, onlyRight }) => [fact, [onlyLeft, onlyRight]])),
      );
      expect(back.texts.map(({ rule, changed }) => [rule, changed])).toEqual(
        there.texts.map(({ rule, changed }) => [rule, changed]),
      );
    },
  );

  property.prop([arbitraryLawPair()], { numRuns: 100 })(
    "gives each region a person of it for whom `decide` differs so",
    (pair) => {
      const compiled = onBoth(pair, ({ law, enable }) =>
        Result.getOrThrow(compileQuestion(law, SAMPLE_QUESTION, { asOf: SAMPLE_DAY, enable })),
      );
      const diff = diffOf(pair, {});
      for (const { kind, regions } of diff.differences) {
        for (const { witness, share } of regions) {
          const answers = onBoth(compiled, ({ law, ...question }, side) => {
            const known = Object.entries(witness.facts).filter(([name]) => question.space.levels.has(name));
            const decided = decide({ law, ...question }, Object.fromEntries(known));
            expect(witness[side].answer).toBe(Result.isSuccess(decided) ? decided.success.answer : "conflict");
            return witness[side].answer;
          });
          expect(answers.left === answers.right).toBe(kind !== "answer");
          expect(share).toBeGreaterThan(0);
          expect(share).toBeLessThanOrEqual(1);
        }
      }
    },
  );

  property.prop([arbitraryLawPair()], { numRuns: 100 })(
    "calls a rule mere wording only where nothing decided turns on it",
    (pair) => {
      const { texts } = diffOf(pair, { by: "rule" });
      const reworded = reworkedRules(pair);
      const told = new Set(everyone(pair).flatMap((facts) => obviousByRule(pair, facts, reworded)));
      for (const { rule, on, changed } of texts) {
        const isIdle = on !== "both" || changed.includes("conditions");
        if (isIdle) expect(told.has(`lost ${rule}`) || told.has(`gained ${rule}`)).toBe(false);
        if (changed.includes("window")) expect(told.has(`follows ${rule}`)).toBe(false);
      }
    },
  );

  property.prop([arbitraryLawPair(), fc.integer({ min: 2, max: 60 })], { numRuns: 100 })(
    "says that it did not decide when it runs out of room, and guesses nothing",
    (pair, maxNodes) => {
      const [small, whole] = [diffOf(pair, { maxNodes }), diffOf(pair, {})];
      if (small.notDecided === null) expect(small).toEqual(whole);
      else {
        expect(small.notDecided).toMatchObject({ because: "too-large", maxNodes });
        expect([small.differences, small.texts]).toEqual([[], []]);
      }
    },
  );

  test("meets every kind of difference often enough", () => {
    const told = fc.sample(arbitraryLawPair(), { numRuns: 300, seed: 7 }).flatMap((pair) => {
      const [byRule, byEffect] = [diffOf(pair, { by: "rule" }), diffOf(pair, { by: "effect" })];
      const kinds = [...byRule.differences, ...byEffect.differences].map(({ kind }) => kind);
      const small = diffOf(pair, { maxNodes: 20 }).notDecided === null ? [] : ["not decided"];
      const questions = byRule.differences.flatMap(({ regions }) =>
        regions.flatMap(({ tests }) => tests.flatMap(({ fact }) => (/^(left|right):/u.exec(fact) ?? [fact])[0])),
      );
      return [
        ...kinds,
        ...small,
        ...questions,
        ...byRule.domains.map(() => "domain"),
        ...byRule.texts.map(({ on }) => on),
      ];
    });
    const wanted = [
      "answer",
      "ground",
      "follows",
      "effect",
      "not decided",
      "domain",
      "left:",
      "right:",
      "definition/notice",
    ];
    for (const kind of [...wanted, "both", "left"])
      expect([kind, told.filter((each) => each === kind).length > 1]).toEqual([kind, true]);
  });
});
