import type { SettledAnswer } from "../decide/outcome.ts";
import type { FactValue } from "../facts.ts";
import type { RuleId } from "../file/rule-file.ts";
import type { Region, RegionTest } from "../region/region.ts";
import type { FactName } from "../vocabulary/fact-definition.ts";
import type { Pair, SideName } from "./side.ts";

/** One thing that two rules say differently, each side as JSON: a parameter of the event, or what an answer rests on. */
export type FieldChange = {
  /** A parameter of the event (`window`), or one of `event type`, `citation`, `verification` and `reading`. */
  readonly field: string;
  readonly left: unknown;
  readonly right: unknown;
};

/** What is different for everyone in some regions of facts. */
export type DifferenceHead =
  /**
   * The answer itself; `conflict` is where rules contradict each other. `neverYes` is the side that answers yes to nobody
   * at all for the kinds of event in question; it is told apart only when comparing by effect.
   */
  | ({ readonly kind: "answer"; readonly neverYes: SideName | null } & Pair<SettledAnswer>)
  /** Both answers are yes, and a rule is a ground of one of them only: `lost` when the right side lacks it. */
  | { readonly kind: "ground"; readonly change: "lost" | "gained"; readonly rule: RuleId; readonly title: string }
  /** Both answers are yes on this ground, and it says something else. */
  | {
      readonly kind: "follows";
      readonly rule: RuleId;
      readonly title: string;
      readonly changes: readonly FieldChange[];
    }
  /** Both answers are yes, and for each person the grounds together say other things of at least one of these parameters. */
  | { readonly kind: "effect"; readonly fields: readonly EffectField[] };

/** A parameter of the event, with every value that some ground of each side gives it there; `null` where a ground is silent. */
export type EffectField = { readonly field: string } & Pair<readonly unknown[]>;

/** What one side decides of a person: the answer and the grounds that stand. */
export type Verdict = { readonly answer: SettledAnswer; readonly grounds: readonly RuleId[] };

/** One person for whom the sides differ, as `decide` confirms on both. */
export type Witness = {
  /** A value for every fact that either side reads; a side is given those that it reads. */
  readonly facts: Readonly<Record<FactName, FactValue>>;
  readonly left: Verdict;
  readonly right: Verdict;
};

/**
 * Facts for which a difference holds: all tests hold, and facts not named may be anything. A test may name a question that
 * is read, by its id, where that says it shorter; `left:` or `right:` comes before the id unless both sides read it and
 * answer it alike.
 */
export type DifferenceRegion = Pick<Region, "tests" | "share"> & { readonly words: string; readonly witness: Witness };

/** One difference with the regions where it holds, largest first; together they are exactly where it holds, unless there are `more`. */
export type Difference = DifferenceHead & {
  /** The kinds of event that it is about, all of them; `null` when it is about every kind, or no rule reads the kind. */
  readonly about: RegionTest | null;
  readonly regions: readonly DifferenceRegion[];
  /** Whether there are more regions than were asked for. */
  readonly more: boolean;
};
