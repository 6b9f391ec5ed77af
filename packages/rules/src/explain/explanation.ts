import type { Determination, Ground } from "../decide/determination.ts";
import type { Rule } from "../file/rule-file.ts";
import type { FactName } from "../vocabulary/fact-definition.ts";

/** One test of a rule as it went for the facts given; `fact` may be the id of a question read. */
export type TestReason = {
  readonly kind: "test";
  readonly fact: FactName;
  readonly title: string;
  /** `missing` when the fact is unknown or uncertain, or when the question read cannot be answered yet. */
  readonly state: "holds" | "fails" | "missing";
  /** The value in words. */
  readonly given: string;
  /** What the rule asks for in words, with every negation around the test worked in. */
  readonly needed: string;
};

/** Tests that matter to a rule, in the rule's own shape with negations worked in: all of them, or any one. */
export type Reason = TestReason | { readonly kind: "all" | "any"; readonly parts: readonly Reason[] };

/** A grant and why it stands. */
export type WhyGround = {
  readonly ground: Ground;
  /** The tests that made it hold; some are `missing` when it holds whichever way those facts turn out. */
  readonly because: Reason;
};

/** A grant and why it does not stand for certain. */
export type WhyNotGround = {
  readonly ground: Ground;
  /** `depends`: it stands for some completions of the missing facts. */
  readonly outcome: "does-not-hold" | "depends" | "overridden";
  /** The tests that fail or that a missing fact leaves open; `null` when the rule itself holds. */
  readonly lacking: Reason | null;
  readonly overriddenBy: readonly Ground[];
};

/** One known fact that would have to be otherwise. */
export type Change = { readonly fact: FactName; readonly title: string; readonly from: string; readonly to: string };

/** A rule that is off and not ruled out by the facts; `wouldHold` when they settle that it applies. */
export type LeftOutGround = {
  readonly rule: Rule;
  readonly because: "recalled" | "policy";
  readonly wouldHold: boolean;
};

/** Why a question was answered so, what stood in the way of the rest, and what would change the answer. */
export type Explanation = {
  readonly determination: Determination;
  readonly why: readonly WhyGround[];
  readonly whyNot: readonly WhyNotGround[];
  /**
   * The fewest known facts that would have to be otherwise for the opposite answer, whatever the missing facts are. `null`
   * when the answer is undetermined, when no change of known facts would do, and when the rules are too large for any diagram.
   */
  readonly nearest: readonly Change[] | null;
  /** Rules in force that are off by default, and that would apply to these facts, or might, if they were turned on. */
  readonly leftOut: readonly LeftOutGround[];
  /** The questions read as facts, explained for the same facts. */
  readonly within: readonly Explanation[];
};
