import type { InForce, RuleId } from "../file/rule-file.ts";

/** A rule that reads differently on the two sides although no difference told turns on it. */
export type TextChange = {
  readonly rule: RuleId;
  /** Which sides have the rule. */
  readonly on: "left" | "right" | "both";
  /** What is different, in a reader's words; empty for a rule that one side lacks. */
  readonly changed: readonly string[];
  /** Whether it decides on neither side: not in force on the day, or off until it is turned on. */
  readonly off: boolean;
  /** The period of the version meant, where that is not the version that decides; `null` for the one that does. */
  readonly period: Pick<InForce, "from" | "until"> | null;
};
