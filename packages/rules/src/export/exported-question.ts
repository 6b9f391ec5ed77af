import type { CompiledQuestion } from "../decide/compiled-question.ts";
import type { QuestionId, Rule, RuleId } from "../file/rule-file.ts";
import type { FactName } from "../vocabulary/fact-definition.ts";
import { leavesOf } from "../diagram/condition-parts.ts";

/** A rule that is in the files and not in the export, and why. */
export type NotExported = { readonly rule: RuleId; readonly because: "not-in-force" | "recalled" | "policy" };

/** A question with every question it reads, directly or through others: each after those it reads, the asked one last. */
export const questionsInOrder = (asked: CompiledQuestion): readonly CompiledQuestion[] => {
  const placed = new Map<QuestionId, CompiledQuestion>();
  const place = (compiled: CompiledQuestion): void => {
    if (placed.has(compiled.question)) return;
    for (const inner of compiled.within) place(inner);
    placed.set(compiled.question, compiled);
  };
  place(asked);
  return [...placed.values()];
};

/** The rules of a question that decide, in the order of their ids. */
export const rulesOf = ({ model }: CompiledQuestion): readonly Rule[] => model.rules.map(({ rule }) => rule);

/** The names that a question's rules test, of facts and of questions read alike. */
export const namesTested = (compiled: CompiledQuestion): ReadonlySet<FactName> =>
  new Set(rulesOf(compiled).flatMap(({ conditions }) => leavesOf(conditions).map(({ fact }) => fact)));

/** The rules of a question that do not decide, in the order of their ids. */
export const notExported = ({ leftOut }: CompiledQuestion): readonly NotExported[] =>
  leftOut.map(({ rule, because }) => ({ rule: rule.id, because }));
