import type { LocalDate } from "@victim-rights/core";
import fc from "fast-check";
import * as Result from "effect/Result";
import { compileQuestion } from "../decide/compile-question.ts";
import { decide } from "../decide/decide.ts";
import { isInForce } from "../decide/select-rules.ts";
import { itemAt } from "../diagram/item-at.ts";
import { type Facts, isUncertain } from "../facts.ts";
import type { Case, CaseFile, StatedFact } from "../file/case-file.ts";
import { offByDefault } from "../file/off-by-default.ts";
import type { QuestionId, Rule, RuleId } from "../file/rule-file.ts";
import type { Law } from "../load/law.ts";
import { arbitraryFacts } from "./arbitrary-facts.ts";
import { arbitraryLaw, INNER_QUESTION, SAMPLE_QUESTION } from "./arbitrary-law.ts";
import { SAMPLE_DAY } from "./arbitrary-rules.ts";
import { arbitraryVersions, EARLIER_DAY } from "./arbitrary-versions.ts";

/** The questions of a generated law that have cases: one reads the other. */
export const QUESTIONS_WITH_CASES: readonly QuestionId[] = [SAMPLE_QUESTION, INNER_QUESTION];

/**
 * A small law whose rules conclude something, some of them in two versions, with up to four cases of two questions, on the
 * days of either, that say all that the law answers.
 */
export const arbitraryLawWithCases = (): fc.Arbitrary<Law> =>
  arbitraryLaw({ min: 2, max: 3 })
    .chain(({ law }) => arbitraryConcludingLaw(law))
    .chain((law) => {
      const lists = QUESTIONS_WITH_CASES.map(() => fc.array(arbitraryStating(law), { minLength: 0, maxLength: 4 }));
      return fc.tuple(...lists).map((stating) => ({
        ...law,
        cases: new Map(
          QUESTIONS_WITH_CASES.map((question, place) => [question, caseFile(law, question, itemAt(stating, place))]),
        ),
      }));
    });

const arbitraryConcludingLaw = (law: Law): fc.Arbitrary<Law> => {
  const facts = [...law.vocabulary.values()];
  const rulesOf = (question: QuestionId, reads: readonly QuestionId[]): fc.Arbitrary<readonly Rule[]> =>
    arbitraryVersions(law.questions.get(question)?.file.rules ?? [], { facts, questions: reads });
  return fc.tuple(rulesOf(SAMPLE_QUESTION, [INNER_QUESTION]), rulesOf(INNER_QUESTION, [])).map(([outer, inner]) =>
    withRules(
      withRules(law, SAMPLE_QUESTION, () => concludes(outer)),
      INNER_QUESTION,
      () => concludes(inner),
    ),
  );
};

/** The same law with other rules for a question. */
export const withRules = (law: Law, question: QuestionId, change: (rules: readonly Rule[]) => readonly Rule[]): Law => {
  const source = law.questions.get(question);
  if (source === undefined) return law;
  const file = { ...source.file, rules: [...change(source.file.rules)] };
  return { ...law, questions: new Map([...law.questions, [question, { ...source, file }]]) };
};

const PARAMS = { methods: ["mail", "phone"], heard: true };

/** An earlier version gives more time. */
const concludes = (rules: readonly Rule[]): readonly Rule[] =>
  rules.map((rule) => {
    const within = { amount: isInForce(rule.inForce, EARLIER_DAY) ? 5 : 3 };
    return { ...rule, event: { type: "sample-right", params: { within, ...PARAMS } } };
  });

/** What a case states. */
type Stating = { readonly asOf: LocalDate; readonly enable: readonly RuleId[]; readonly facts: Facts };

const arbitraryStating = (law: Law): fc.Arbitrary<Stating> => {
  const rules = [...law.questions.values()].flatMap(({ file }) => file.rules);
  const off = rules.filter((rule) => offByDefault(rule) !== null).map(({ id }) => id);
  return fc.record({
    asOf: fc.constantFrom(SAMPLE_DAY, EARLIER_DAY),
    enable: fc.constantFrom([], [...new Set(off)]),
    facts: arbitraryFacts(law.vocabulary),
  });
};

const caseFile = (law: Law, question: QuestionId, list: readonly Stating[]): CaseFile => ({
  jurisdiction: law.id,
  question,
  cases: list.flatMap((stating, place) => {
    const { asOf, enable, facts } = stating;
    const expect = expectationOf(law, question, stating);
    if (expect === null) return [];
    const stated = Object.entries(facts).map(([name, value]) => [name, statedFact(value)]);
    return [
      {
        name: `case ${place}`,
        reason: "as the law stands",
        asOf,
        enable: [...enable],
        facts: Object.fromEntries(stated),
        expect,
      },
    ];
  }),
});

const statedFact = (value: Facts[string]): StatedFact => {
  if (value === undefined) return null;
  return isUncertain(value) ? { uncertain: true } : value;
};

/** All that a case can say of what the law answers; `null` where its rules contradict each other. */
const expectationOf = (law: Law, question: QuestionId, { asOf, enable, facts }: Stating): Case["expect"] | null => {
  const compiled = Result.getOrThrow(compileQuestion(law, question, { asOf, enable }));
  const decided = decide(compiled, facts);
  if (Result.isFailure(decided)) return null;
  const { answer, grounds, overridden, missing } = decided.success;
  return {
    answer,
    grounds: grounds.map(({ rule }) => rule),
    overridden: overridden.map(({ ground }) => ground.rule),
    missing: missing.map(({ fact }) => fact),
    events: Object.fromEntries(grounds.slice(0, 1).map(({ rule, event }) => [rule, withoutHeard(event)])),
  };
};

const withoutHeard = ({ params }: Rule["event"]): Rule["event"]["params"] => {
  const { heard: _, ...said } = params;
  return said;
};
