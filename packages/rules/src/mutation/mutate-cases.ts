import * as Result from "effect/Result";
import { type QuestionCycle, UnknownQuestion } from "../decide/errors.ts";
import type { QuestionId, RuleId } from "../file/rule-file.ts";
import type { EventParams } from "../load/check-event-params.ts";
import type { Law } from "../load/law.ts";
import type { MutationReport, RuleMutation } from "./mutation-report.ts";
import { openTrial } from "./trial.ts";
import { tryRule } from "./try-rule.ts";

/** How a question's rules are mutated. */
export type MutationOptions = {
  /** The one rule to mutate, in each of its versions; all of the question's when not given. */
  readonly rule?: RuleId;
  /** The shapes that `loadLaw` takes: only what they admit is a mutant of what follows from a rule. */
  readonly eventParams?: EventParams;
  /** How many diagram nodes one rule's mutants may take before one is left undecided; 400,000 when not given. */
  readonly maxNodes?: number;
  /** Told each version of a rule before its mutants are tried. */
  readonly onRule?: (rule: RuleId, place: number, of: number) => void;
};

const MAX_NODES = 400_000;

/**
 * Changes each rule of a question, each version a rule of its own, in every small way a slip of the pen would, and holds
 * each mutant against the cases: of the question, then of those that read it. A mutant whose answers, grounds and overridden
 * grounds are proved the same for all facts, on every day and with every rule turned on that a case or the rule itself
 * needs, is equivalent and not counted.
 * @errors `UnknownQuestion`, `QuestionCycle`.
 */
export const mutateCases = (
  law: Law,
  question: QuestionId,
  options: MutationOptions = {},
): Result.Result<MutationReport, UnknownQuestion | QuestionCycle> => {
  if (!law.questions.has(question))
    return Result.fail(new UnknownQuestion({ question, readBy: null, known: [...law.questions.keys()].toSorted() }));
  return Result.map(openTrial(law, question, options.eventParams), (trial) => {
    const rules = trial.rules.filter(({ rule }) => rule === (options.rule ?? rule));
    const tried = rules.map((each, place) => {
      options.onRule?.(each.rule, place, rules.length);
      return tryRule(trial, each, options.maxNodes ?? MAX_NODES);
    });
    return { ...summaryOf(tried), question, rules: tried, failing: trial.docket.failing };
  });
};

type Summary = Pick<MutationReport, "mutants" | "equivalent" | "notDecided" | "killed" | "survived" | "score">;

const summaryOf = (rules: readonly RuleMutation[]): Summary => {
  const sum = (count: (rule: RuleMutation) => number): number => rules.reduce((all, rule) => all + count(rule), 0);
  const mutants = sum((rule) => rule.mutants);
  const equivalent = sum((rule) => rule.equivalent.length);
  const killed = sum((rule) => rule.killed.length);
  return {
    mutants,
    equivalent,
    notDecided: sum((rule) => rule.notDecided.length),
    killed,
    survived: sum((rule) => rule.survivors.length),
    score: mutants === equivalent ? 100 : (100 * killed) / (mutants - equivalent),
  };
};
