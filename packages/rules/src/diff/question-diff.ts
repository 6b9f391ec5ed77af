import type { LocalDate } from "@victim-rights/core";
import type { LeftOutRule } from "../decide/select-rules.ts";
import type { QuestionId, RuleId } from "../file/rule-file.ts";
import type { Difference } from "./difference.ts";
import type { DomainDifference, Incomparable } from "./join-facts.ts";
import type { SideNames } from "./landmarks.ts";
import type { OneSided } from "./one-sided.ts";
import type { Pair } from "./side.ts";
import type { TextChange } from "./text-change.ts";

/** How two questions are compared. */
export type DiffOptions = {
  /**
   * `rule` knows a rule by its id: for two editions or two days of one law. `effect` compares what all grounds together
   * say: for two laws whose rules have nothing to do with each other. When not given, the same jurisdiction is compared by rule.
   */
  readonly by?: "rule" | "effect";
  /** How many regions to give of each difference; when not given, 20 by rule and 2 by effect. */
  readonly limit?: number;
  /** How many diagram nodes both sides together may take; 500,000 when not given. */
  readonly maxNodes?: number;
  /** What to call the sides in words; `left` and `right` when not given. */
  readonly names?: SideNames;
};

/** A question of one side as it was read. */
export type ComparedSide = {
  readonly jurisdiction: string;
  readonly question: QuestionId;
  readonly title: string;
  readonly asOf: LocalDate;
  readonly edition: string;
  /** The same on both sides when the rule files read are the same. */
  readonly ruleHash: string;
  /** Rules turned on that are off by default. */
  readonly enabled: readonly RuleId[];
  /** Rules of this question that decide nothing on that day, and why. */
  readonly leftOut: readonly { readonly rule: RuleId; readonly because: LeftOutRule["because"] }[];
};

/** Why two questions could not be compared; nothing is then known of their differences. */
export type NotDecided =
  /** The diagrams took more nodes than `maxNodes`, testing the facts in this order. */
  | { readonly because: "too-large"; readonly factOrder: readonly string[]; readonly maxNodes: number }
  /** Facts that the sides mean so differently that they cannot be compared. */
  | { readonly because: "facts-differ"; readonly facts: readonly Incomparable[] }
  /** Questions that read each other in a circle when both sides are taken together. */
  | { readonly because: "questions-in-circle"; readonly questions: readonly QuestionId[] };

/** All that is different between two questions, or why that was not decided. */
export type QuestionDiff = {
  readonly sides: Pair<ComparedSide>;
  readonly by: "rule" | "effect";
  readonly notDecided: NotDecided | null;
  /**
   * Where this question's own rules are the same on both sides, the questions it reads that are answered differently:
   * every difference comes from them. Empty when its own rules differ, or nothing does.
   */
  readonly because: readonly QuestionId[];
  /** Answers first, what is lost before what is gained; then grounds, then what follows from them. */
  readonly differences: readonly Difference[];
  /** Facts of which one side knows values that the other does not; those were not compared. */
  readonly domains: readonly DomainDifference[];
  /** What the side that knows such a value says of the people who have it: whom it says yes to, and contradictions. */
  readonly oneSided: readonly OneSided[];
  /** Rules that read differently and decide the same. */
  readonly texts: readonly TextChange[];
  /** Rules that read differently and may have a part in what is said of people whom only one side can be asked of. */
  readonly notCompared: readonly TextChange[];
};
