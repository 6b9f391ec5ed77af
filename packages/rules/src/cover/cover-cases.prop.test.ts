import { fc, test as property } from "@fast-check/vitest";
import * as Result from "effect/Result";
import { describe, expect } from "vitest";
import { arbitraryLawWithCases, QUESTIONS_WITH_CASES } from "../arbitrary/arbitrary-cases.ts";
import { type RuleChoice, selectRules } from "../decide/select-rules.ts";
import { versionOf } from "../diff/rule-versions.ts";
import { leavesOf } from "../diagram/condition-parts.ts";
import type { Condition, Leaf } from "../file/condition.ts";
import type { QuestionId, Rule } from "../file/rule-file.ts";
import type { Law } from "../load/law.ts";
import { factsFromStated } from "../load/run-cases.ts";
import { completionsOf } from "../reference/completions.ts";
import { holds } from "../reference/obvious-holds.ts";
import { obviousDetermination } from "../reference/reference-determination.ts";
import { coverCases } from "./cover-cases.ts";
import type { Shown } from "./coverage-report.ts";
import { settingOfCase, settingsOfRules } from "./setting.ts";

type Complete = Parameters<typeof holds>[1];

/** Something that complete facts may show of a question in a setting. */
type Sight = (facts: Complete, setting: RuleChoice) => boolean;

/** The facts with the answers of the questions read. */
const withAnswers = (law: Law, { asOf, enable }: RuleChoice, facts: Complete): Complete => {
  const answers = [...law.questions.keys()].map((question) => {
    const { answer } = obviousDetermination(law, { question, asOf, enable: [...enable] }, facts);
    return [question, answer === "yes"] as const;
  });
  return { ...facts, ...Object.fromEntries(answers) };
};

const decidesIn = (law: Law, question: QuestionId, rule: Rule, setting: RuleChoice): boolean => {
  const source = law.questions.get(question);
  return (
    source !== undefined &&
    selectRules(question, source, setting).rules.some((each) => versionOf(each) === versionOf(rule))
  );
};

/** A condition with the test at a place turned round. */
const flipped = (condition: Condition, leaf: Leaf): Condition => {
  if (condition === leaf) return { not: condition };
  if ("all" in condition) return { all: condition.all.map((part) => flipped(part, leaf)) };
  if ("any" in condition) return { any: condition.any.map((part) => flipped(part, leaf)) };
  return "not" in condition ? { not: flipped(condition.not, leaf) } : condition;
};

/** Each test an object of its own, so that it can be told from an equal one elsewhere. */
const apart = (rule: Rule): Rule => structuredClone(rule);

/** What a report must say of a sight, by trying every case and every completion. */
const judged = (law: Law, question: QuestionId, sight: Sight): Pick<Shown, "state"> & { readonly by?: string } => {
  const cases = law.cases.get(question)?.cases ?? [];
  const settings = [...settingsOfRules(law, question), ...cases.map(settingOfCase)];
  const shows = cases.find((each) =>
    completionsOf(law.vocabulary, factsFromStated(each.facts)).every((facts) => sight(facts, settingOfCase(each))),
  );
  if (shows !== undefined) return { state: "shown", by: shows.name };
  const isPossible = settings.some((setting) =>
    completionsOf(law.vocabulary, {}).some((facts) => sight(facts, setting)),
  );
  return { state: isPossible ? "missing" : "impossible" };
};

const withoutWitness = (shown: Shown): Pick<Shown, "state"> & { readonly by?: string } =>
  shown.state === "shown" ? shown : { state: shown.state };

/** Whether a witness shows what it is given for. */
const isWitness = (law: Law, shown: Shown, sight: Sight): boolean => {
  if (shown.state !== "missing") return true;
  const { facts, asOf, enable } = shown.witness;
  return completionsOf(law.vocabulary, facts).every((each) => sight(each, { asOf, enable: new Set(enable) }));
};

describe("coverCases", () => {
  property.prop([arbitraryLawWithCases(), fc.constantFrom(...QUESTIONS_WITH_CASES)], { numRuns: 40 })(
    "says of each rule and each test what flipping it by hand in every case says",
    (law, question) => {
      const report = Result.getOrThrow(coverCases(law, question));
      for (const [place, written] of (law.questions.get(question)?.file.rules ?? []).entries()) {
        const rule = apart(written);
        const ruleIs =
          (value: boolean): Sight =>
          (facts, setting) =>
            decidesIn(law, question, rule, setting) &&
            holds(rule.conditions, withAnswers(law, setting, facts)) === value;
        const leafDecides =
          (leaf: Leaf, value: boolean): Sight =>
          (facts, setting) => {
            const known = withAnswers(law, setting, facts);
            const turned = holds(flipped(rule.conditions, leaf), known);
            return (
              decidesIn(law, question, rule, setting) &&
              holds(leaf, known) === value &&
              holds(rule.conditions, known) !== turned
            );
          };
        const found = report.rules[place];
        if (found === undefined) throw new Error("a rule is not reported on");
        const pairs: (readonly [Shown, Sight])[] = [
          [found.holds, ruleIs(true)],
          [found.doesNotHold, ruleIs(false)],
          ...leavesOf(rule.conditions).flatMap((leaf, at): (readonly [Shown, Sight])[] => {
            const condition = found.conditions[at];
            if (condition === undefined) throw new Error("a test is not reported on");
            return [
              [condition.whenTrue, leafDecides(leaf, true)],
              [condition.whenFalse, leafDecides(leaf, false)],
            ];
          }),
        ];
        for (const [shown, sight] of pairs) {
          expect(withoutWitness(shown)).toEqual(judged(law, question, sight));
          expect(isWitness(law, shown, sight)).toBe(true);
        }
      }
    },
  );

  property.prop([arbitraryLawWithCases(), fc.constantFrom(...QUESTIONS_WITH_CASES)], { numRuns: 100 })(
    "counts each value that a case states, and offers facts with each that none does",
    (law, question) => {
      const { facts } = Result.getOrThrow(coverCases(law, question));
      const stated = (name: string) => (law.cases.get(question)?.cases ?? []).map((each) => each.facts[name]);
      for (const { fact, edges } of facts) {
        for (const { value, shown } of edges) {
          expect({ value, isShown: shown.state === "shown" }).toEqual({ value, isShown: stated(fact).includes(value) });
          if (shown.state === "missing") expect(shown.witness.facts[fact]).toBe(value);
        }
      }
    },
  );
});
