import type { CaseFacts } from "../cover/witness.ts";
import type { InForce, QuestionId, RuleId } from "../file/rule-file.ts";
import type { CaseOutcome } from "../load/run-cases.ts";
import type { Case, ExpectedEvents } from "../file/case-file.ts";
import type { MutantKind } from "./mutant.ts";

/** A mutant as it is told of: the rule, the place in it and the change in words. */
export type MutantTold = {
  readonly rule: RuleId;
  /** The days of the version meant, where the rule has several; `null` where it has one. */
  readonly period: Pick<InForce, "from" | "until"> | null;
  readonly kind: MutantKind;
  /** The place in the rule: `$.conditions.all[1].any[0]`. */
  readonly at: string;
  readonly change: string;
};

/** A mutant that some case notices, and the first case that does. */
export type KilledMutant = MutantTold & { readonly by: { readonly question: QuestionId; readonly case: string } };

/** What a question comes to for the facts of a witness; `null` when its rules contradict each other there. */
export type WitnessOutcome = Pick<Case["expect"], "answer"> & {
  readonly grounds: readonly RuleId[];
  readonly overridden: readonly RuleId[];
};

/** A mutant that no case notices, with facts for which it answers otherwise: the case to write. */
export type SurvivingMutant = MutantTold & {
  readonly witness: CaseFacts;
  /** What the law as it stands comes to there: to be checked against the statute, not copied. */
  readonly original: WitnessOutcome | null;
  readonly mutated: WitnessOutcome | null;
  /** For a change of what follows: the parameters as they stand. */
  readonly events: ExpectedEvents | null;
};

/** The mutants of one rule, or of one version of it. */
export type RuleMutation = {
  readonly rule: RuleId;
  /** The days of the version meant, where the rule has several; `null` where it has one. */
  readonly period: Pick<InForce, "from" | "until"> | null;
  readonly mutants: number;
  /** Mutants that read the same as another of the same rule; counted once, under that one. */
  readonly repeats: number;
  /** Proved to change nothing that can be seen. */
  readonly equivalent: readonly MutantTold[];
  /** Neither killed nor proved equivalent: their diagrams grew too large. */
  readonly notDecided: readonly MutantTold[];
  readonly killed: readonly KilledMutant[];
  readonly survivors: readonly SurvivingMutant[];
};

/** The mutants of a question's rules, held against its cases and those of the questions that read it. */
export type MutationReport = {
  readonly question: QuestionId;
  readonly mutants: number;
  readonly equivalent: number;
  readonly notDecided: number;
  readonly killed: number;
  readonly survived: number;
  /** Killed mutants per hundred that are not equivalent; 100 when there are none. */
  readonly score: number;
  readonly rules: readonly RuleMutation[];
  /** Cases that fail on the law as it stands; they kill nothing. */
  readonly failing: readonly CaseOutcome[];
};
