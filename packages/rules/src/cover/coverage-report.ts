import type { FactValue } from "../facts.ts";
import type { InForce, QuestionId, RuleId } from "../file/rule-file.ts";
import type { CaseOutcome } from "../load/run-cases.ts";
import type { FactName } from "../vocabulary/fact-definition.ts";
import type { CaseFacts } from "./witness.ts";

/**
 * Whether some case shows a thing: the first that does, or facts for which one would. What no facts can show is impossible,
 * proved by the diagram; `not-decided` when the diagram grew too large to say.
 */
export type Shown =
  | { readonly state: "shown"; readonly by: string }
  | { readonly state: "missing"; readonly witness: CaseFacts }
  | { readonly state: "impossible" | "not-decided" };

/**
 * One test in a rule: shown true when a case makes it true and the rule would come out otherwise were it alone false, and the
 * other way round. The two together show that the rule depends on the test (masking MC/DC).
 */
export type ConditionCoverage = {
  /** The place in the rule: `$.conditions.all[1].any[0]`. */
  readonly at: string;
  /** The test in words. */
  readonly test: string;
  readonly whenTrue: Shown;
  readonly whenFalse: Shown;
};

/** One rule, or one version of it: whether a case makes it hold for certain, and one makes it certainly not hold. */
export type RuleCoverage = {
  readonly rule: RuleId;
  /** The days of the version meant, where the rule has several; `null` where it has one. */
  readonly period: Pick<InForce, "from" | "until"> | null;
  readonly holds: Shown;
  readonly doesNotHold: Shown;
  readonly conditions: readonly ConditionCoverage[];
};

/** The values of one fact that the rules tell apart, and the last and first value at each boundary between them. */
export type FactCoverage = {
  readonly fact: FactName;
  readonly title: string;
  readonly values: readonly { readonly words: string; readonly shown: Shown }[];
  readonly edges: readonly { readonly value: FactValue; readonly shown: Shown }[];
};

/** How many things are shown, how many are not but could be, and how many cannot be or are not decided. */
export type Tally = {
  readonly shown: number;
  readonly missing: number;
  readonly impossible: number;
  readonly notDecided: number;
};

/** What a question's cases show of its rules. */
export type CoverageReport = {
  readonly question: QuestionId;
  readonly rules: readonly RuleCoverage[];
  readonly facts: readonly FactCoverage[];
  readonly totals: {
    /** Rules that hold in a case. */
    readonly holds: Tally;
    /** Rules that do not hold in a case. */
    readonly doesNotHold: Tally;
    /** Tests, counted once for true and once for false. */
    readonly conditions: Tally;
    readonly values: Tally;
    readonly edges: Tally;
  };
  /** Cases that fail on the law as it stands; they show nothing. */
  readonly failing: readonly CaseOutcome[];
};
