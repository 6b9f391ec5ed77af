import fc from "fast-check";
import * as Result from "effect/Result";
import { compileQuestion } from "../decide/compile-question.ts";
import { decide } from "../decide/decide.ts";
import { itemAt } from "../diagram/item-at.ts";
import { type Facts, isUncertain } from "../facts.ts";
import type { Case, CaseFile, StatedFact } from "../file/case-file.ts";
import type { QuestionId, Rule, RuleId } from "../file/rule-file.ts";
import type { Law } from "../load/law.ts";
import { arbitraryFacts } from "./arbitrary-facts.ts";
import { arbitraryLaw, INNER_QUESTION, SAMPLE_QUESTION } from "./arbitrary-law.ts";
import { SAMPLE_DAY } from "./arbitrary-rules.ts";

/** The questions of a generated law that have cases: one reads the other. */
export const QUESTIONS_WITH_CASES: readonly QuestionId[] = [SAMPLE_QUESTION, INNER_QUESTION];

/** A small law whose rules conclude something, with up to four cases of two questions that say all that the law answers. */
export const arbitraryLawWithCases = (): fc.Arbitrary<Law> =>
  arbitraryLaw({ min: 2, max: 3 }).chain(({ law, enable }) => {
    const concluding = QUESTIONS_WITH_CASES.reduce((each, question) => withRules(each, question, concludes), law);
    const facts = fc.array(arbitraryFacts(law.vocabulary), { minLength: 0, maxLength: 4 });
    return fc.tuple(...QUESTIONS_WITH_CASES.map(() => facts)).map((lists) => ({
      ...concluding,
      cases: new Map(
        QUESTIONS_WITH_CASES.map((question, place) => {
          const stating = { enable, list: itemAt(lists, place) };
          return [question, caseFile(concluding, question, stating)];
        }),
      ),
    }));
  });

/** The same law with other rules for a question. */
export const withRules = (law: Law, question: QuestionId, change: (rules: readonly Rule[]) => readonly Rule[]): Law => {
  const source = law.questions.get(question);
  if (source === undefined) return law;
  const file = { ...source.file, rules: [...change(source.file.rules)] };
  return { ...law, questions: new Map([...law.questions, [question, { ...source, file }]]) };
};

const PARAMS = { within: { amount: 3 }, methods: ["mail", "phone"], heard: true };

const concludes = (rules: readonly Rule[]): readonly Rule[] =>
  rules.map((rule) => ({ ...rule, event: { type: "sample-right", params: PARAMS } }));

type Stating = { readonly enable: readonly RuleId[]; readonly list: readonly Facts[] };

const caseFile = (law: Law, question: QuestionId, { enable, list }: Stating): CaseFile => ({
  jurisdiction: law.id,
  question,
  cases: list.flatMap((facts, place) => {
    const expect = expectationOf(law, question, { enable, facts });
    if (expect === null) return [];
    const stated = Object.entries(facts).map(([name, value]) => [name, statedFact(value)]);
    return [
      {
        name: `case ${place}`,
        reason: "as the law stands",
        asOf: SAMPLE_DAY,
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
const expectationOf = (
  law: Law,
  question: QuestionId,
  { enable, facts }: { readonly enable: readonly RuleId[]; readonly facts: Facts },
): Case["expect"] | null => {
  const compiled = Result.getOrThrow(compileQuestion(law, question, { asOf: SAMPLE_DAY, enable }));
  const decided = decide(compiled, facts);
  if (Result.isFailure(decided)) return null;
  const { answer, grounds, overridden, missing } = decided.success;
  const { heard: _, ...said } = PARAMS;
  return {
    answer,
    grounds: grounds.map(({ rule }) => rule),
    overridden: overridden.map(({ ground }) => ground.rule),
    missing: missing.map(({ fact }) => fact),
    events: Object.fromEntries(grounds.slice(0, 1).map(({ rule }) => [rule, said])),
  };
};
