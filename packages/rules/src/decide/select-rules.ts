import type { LocalDate } from "@victim-rights/core";
import { offByDefault } from "../file/off-by-default.ts";
import type { InForce, QuestionId, Rule, RuleFile, RuleId } from "../file/rule-file.ts";
import type { QuestionSource } from "../load/law.ts";

/** On which day the law is read, and which rules that are off by default an agency turned on. */
export type RuleChoice = { readonly asOf: LocalDate; readonly enable: ReadonlySet<RuleId> };

/** A rule that does not decide, and why. */
export type LeftOutRule = { readonly rule: Rule; readonly because: "not-in-force" | "recalled" | "policy" };

/** The rules of a question that decide on a day, in the order of their ids, and those left out. */
export type Selection = {
  readonly question: QuestionId;
  readonly file: RuleFile;
  readonly hash: string;
  readonly rules: readonly Rule[];
  readonly leftOut: readonly LeftOutRule[];
};

/** Takes the rules in force on the day; a rule that is off by default decides only when it was turned on. */
export const selectRules = (question: QuestionId, { file, hash }: QuestionSource, choice: RuleChoice): Selection => {
  const ordered = file.rules.toSorted((left, right) => (left.id < right.id ? -1 : 1));
  const judged = ordered.map((rule) => ({ rule, because: whyLeftOut(rule, choice) }));
  return {
    question,
    file,
    hash,
    rules: judged.filter(({ because }) => because === null).map(({ rule }) => rule),
    leftOut: judged.flatMap(({ rule, because }) => (because === null ? [] : [{ rule, because }])),
  };
};

const whyLeftOut = (rule: Rule, { asOf, enable }: RuleChoice): LeftOutRule["because"] | null => {
  if (!isInForce(rule.inForce, asOf)) return "not-in-force";
  return enable.has(rule.id) ? null : offByDefault(rule);
};

/** Whether a provision is law on a day: from the day of effect, until the day before it stopped. */
export const isInForce = ({ from, until }: InForce, day: LocalDate): boolean =>
  (from === null || from <= day) && (until === null || day < until);
