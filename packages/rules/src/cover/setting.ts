import type { LocalDate } from "@victim-rights/core";
import { previousDay } from "../diagram/calendar-day.ts";
import type { RuleChoice } from "../decide/select-rules.ts";
import type { Case } from "../file/case-file.ts";
import { offByDefault } from "../file/off-by-default.ts";
import type { QuestionId, Rule, RuleId } from "../file/rule-file.ts";
import type { Law } from "../load/law.ts";

/** The day a case is decided on and the rules it turns on. */
export const settingOfCase = ({ asOf, enable = [] }: Case): RuleChoice => ({ asOf, enable: new Set(enable) });

/** The same day with one more rule turned on. */
export const turningOn = ({ asOf, enable }: RuleChoice, rule: RuleId): RuleChoice => ({
  asOf,
  enable: new Set([...enable, rule]),
});

/**
 * For each version of each rule of a question, a day and a choice on which it decides: the last day of the question's cases
 * where it is law then, else a day on which it is; turned on when it is off by default.
 */
export const settingsOfRules = (law: Law, question: QuestionId): readonly RuleChoice[] => {
  const rules = law.questions.get(question)?.file.rules ?? [];
  const usual = usualDay(law, question);
  return rules.map((rule) => settingOfRule(rule, usual));
};

const settingOfRule = (rule: Rule, usual: LocalDate | null): RuleChoice => {
  const on: RuleChoice = { asOf: dayInForce(rule, usual), enable: new Set() };
  return offByDefault(rule) === null ? on : turningOn(on, rule.id);
};

const dayInForce = ({ inForce: { from, until }, reviewedOn }: Rule, usual: LocalDate | null): LocalDate => {
  const day = usual ?? reviewedOn;
  if (from !== null && day < from) return from;
  return until === null || day < until ? day : (previousDay(until) as LocalDate);
};

const usualDay = (law: Law, question: QuestionId): LocalDate | null =>
  (law.cases.get(question)?.cases ?? [])
    .map(({ asOf }) => asOf)
    .toSorted()
    .at(-1) ?? null;
