import { LocalDate } from "@victim-rights/core";
import type { Case } from "../file/case-file.ts";
import type { Rule, RuleId } from "../file/rule-file.ts";
import type { Law } from "../load/law.ts";
import { SAMPLE_QUESTION } from "./arbitrary-law.ts";
import { sampleRule } from "./arbitrary-rules.ts";
import { SMALL_FACTS } from "./arbitrary-vocabulary.ts";
import { sampleLaw, type SampleRules } from "./sample-law.ts";

/** A rule of the sample question that has two versions: until 2020 it granted on a release, since then on an escape. */
export const CHANGED_RULE: RuleId = `xx-yy/${SAMPLE_QUESTION}/changed`;

const CHANGED_ON = LocalDate.parse("2020-01-01");

const onKind = (value: string): Rule["conditions"] => ({ all: [{ fact: "event.kind", operator: "equal", value }] });

const promising = (days: number): Rule["event"] => ({ type: "sample-right", params: { days } });

export const EARLIER_VERSION: Rule = sampleRule(CHANGED_RULE, onKind("release"), {
  inForce: { from: null, until: CHANGED_ON },
  event: promising(10),
});

export const LATER_VERSION: Rule = sampleRule(CHANGED_RULE, onKind("escape"), {
  inForce: { from: CHANGED_ON, until: null },
  event: promising(15),
});

/** A law of rules over the small facts, with cases of its question, and rules of the questions it reads. */
export const lawOf = (rules: readonly Rule[], cases: readonly Case[], inner: SampleRules = {}): Law => {
  const law = sampleLaw(SMALL_FACTS, { [SAMPLE_QUESTION]: [...rules], ...inner });
  const file = { jurisdiction: law.id, question: SAMPLE_QUESTION, cases: [...cases] };
  return { ...law, cases: new Map([[SAMPLE_QUESTION, file]]) };
};

/** A case of the sample question that tells the kind of event on a day; it expects the changed rule or none. */
export const caseOn = (
  day: string,
  kind: string,
  expect: { readonly holds: boolean; readonly days?: number },
): Case => ({
  name: `${kind} in ${day.slice(0, 4)}`,
  reason: "as the law stood",
  asOf: LocalDate.parse(day),
  facts: { "event.kind": kind },
  expect: {
    answer: expect.holds ? "yes" : "no",
    grounds: expect.holds ? [CHANGED_RULE] : [],
    ...(expect.days === undefined ? {} : { events: { [CHANGED_RULE]: { days: expect.days } } }),
  },
});
