import type { LocalDate } from "@victim-rights/core";
import type { LeftOutRule } from "../decide/select-rules.ts";
import type { QuestionId, RuleId } from "../file/rule-file.ts";
import type { Regions } from "../region/region.ts";
import type { FactName } from "../vocabulary/fact-definition.ts";

/** What something was shown to hold under: it is so for every person whose facts are as described, and of no other. */
export type Assumptions = {
  /** The day whose law was read. */
  readonly asOf: LocalDate;
  /** Rules that are off by default and were turned on. */
  readonly enabled: readonly RuleId[];
  /** Rules of this question and of those it reads that decide nothing on that day, and why. */
  readonly leftOut: readonly { readonly rule: RuleId; readonly because: LeftOutRule["because"] }[];
  /** The numbers and days that the rules read, with the bounds of what they may be: `0 to 130 years`. */
  readonly domains: readonly { readonly fact: FactName; readonly title: string; readonly words: string }[];
  /** Nothing was shown of people some of whose facts are missing. */
  readonly facts: "all-known";
};

/** Why something was not decided: the diagram took more nodes than allowed, testing the facts in this order. */
export type TooLarge = { readonly factOrder: readonly FactName[]; readonly maxNodes: number };

/**
 * What is odd about a rule.
 * - `never-fires`: no facts make its conditions hold.
 * - `always-overridden`: a grant that never stands, since the named denials hold wherever it does.
 * - `denies-nothing`: a denial that never meets a grant, so that nothing changes without it.
 * - `never-needed`: a denial without which every answer, every ground and every contradiction of others is the same, since
 *   the named denials deny the same; none is named where it meets grants only while a question within contradicts itself.
 * - `never-alone`: a grant that stands only where one of the named grants stands too, so that it never decides the answer;
 *   what follows from it may still be its own.
 */
export type RuleFinding = {
  readonly rule: RuleId;
  readonly kind: "never-fires" | "always-overridden" | "denies-nothing" | "never-needed" | "never-alone";
  /** The rules that hide it; none for the other kinds. */
  readonly by: readonly RuleId[];
};

/** A denial and a standing grant that it does not name, and the facts for which they contradict each other. */
export type ConflictRegions = Regions & { readonly denial: RuleId; readonly grant: RuleId };

/** What the rules of a question come to over all facts. */
export type QuestionFindings = {
  readonly rules: readonly RuleFinding[];
  /**
   * The facts for which no rule speaks, so that the answer is no for want of a rule. Where a question within contradicts
   * itself nothing is answered: that is no gap.
   */
  readonly gaps: Regions;
  readonly conflicts: readonly ConflictRegions[];
  /** Facts that conditions name and on which neither answer nor grounds ever depend. */
  readonly neverMatter: readonly FactName[];
  /** Facts on which the grounds depend, and the answer never. */
  readonly groundsOnly: readonly FactName[];
  /** How many facts of the vocabulary the question never reads. */
  readonly unread: number;
};

/** An analysis of one question; `findings` is `null` when it was too large to decide, and `tooLarge` then says so. */
export type AnalysisReport = {
  readonly question: QuestionId;
  readonly title: string;
  readonly assumed: Assumptions;
  readonly findings: QuestionFindings | null;
  readonly tooLarge: TooLarge | null;
};
