import type { Assumptions, TooLarge } from "../analyze/analysis-report.ts";
import type { FactValue } from "../facts.ts";
import type { RuleId } from "../file/rule-file.ts";
import type { Region } from "../region/region.ts";
import type { FactName } from "../vocabulary/fact-definition.ts";

/** What the rules make of somebody all of whose facts are known. */
export type Outcome = { readonly answer: "yes" | "no" | "conflict"; readonly grounds: readonly RuleId[] };

/** Facts of somebody, as many as it takes for `decide` to come to the same. */
export type Somebody = Readonly<Record<FactName, FactValue>>;

/** Somebody for whom it is not so, and everybody like them. */
export type Counterexample = Outcome & { readonly facts: Somebody; readonly region: Region };

/** Somebody who loses a ground when one fact changes and all others stay. */
export type Loss = {
  readonly fact: FactName;
  readonly from: FactValue;
  readonly to: FactValue;
  /** All facts but the one that changes. */
  readonly facts: Somebody;
  readonly before: Outcome;
  readonly after: Outcome;
  readonly region: Region;
};

/**
 * What came of a proof.
 * - `proved`: it is so for everybody. `isVacuous` when it says nothing: nobody meets its `when`, or no rule reads the fact.
 * - `refuted`: there is somebody for whom it is not so.
 * - `not-decided`: the diagram grew too large; nothing is known.
 */
export type Verdict<Example> =
  | { readonly kind: "proved"; readonly isVacuous: boolean; readonly assumed: Assumptions }
  | { readonly kind: "refuted"; readonly example: Example; readonly assumed: Assumptions }
  | { readonly kind: "not-decided"; readonly tooLarge: TooLarge; readonly assumed: Assumptions };
