import fc from "fast-check";
import { offByDefault } from "../file/off-by-default.ts";
import type { QuestionId, RuleId } from "../file/rule-file.ts";
import type { Law } from "../load/law.ts";
import { arbitraryRules } from "./arbitrary-rules.ts";
import { arbitraryVocabulary } from "./arbitrary-vocabulary.ts";
import { sampleLaw } from "./sample-law.ts";

/** The question asked of a generated law; it may read `INNER_QUESTION`, which may read `INNERMOST_QUESTION`. */
export const SAMPLE_QUESTION: QuestionId = "notice";
export const INNER_QUESTION: QuestionId = "definition/notice";
const INNERMOST_QUESTION: QuestionId = "definition/scope";

/** How many facts a generated law's vocabulary has; each has a domain small enough to try every value. */
export type LawSize = { readonly min: number; readonly max: number };

/** A law of three questions that read each other in a line, and any rules of its own turned on that are off by default. */
export const arbitraryLaw = (size: LawSize = { min: 2, max: 5 }): fc.Arbitrary<ArbitraryLaw> =>
  arbitraryVocabulary(size)
    .chain((facts) =>
      fc.record({
        facts: fc.constant(facts),
        outer: arbitraryRules(SAMPLE_QUESTION, { facts, questions: [INNER_QUESTION] }),
        inner: arbitraryRules(INNER_QUESTION, { facts, questions: [INNERMOST_QUESTION] }),
        innermost: arbitraryRules(INNERMOST_QUESTION, { facts, questions: [] }),
        turnsOn: fc.boolean(),
      }),
    )
    .map(({ facts, outer, inner, innermost, turnsOn }) => {
      const rules = { [SAMPLE_QUESTION]: outer, [INNER_QUESTION]: inner, [INNERMOST_QUESTION]: innermost };
      const off = [...outer, ...inner, ...innermost].filter((rule) => offByDefault(rule) !== null);
      return { law: sampleLaw(facts, rules), enable: turnsOn ? off.map((rule) => rule.id) : [] };
    });

/** A generated law, and the rules that are turned on in it. */
export type ArbitraryLaw = { readonly law: Law; readonly enable: readonly RuleId[] };
