import type { FactValue } from "../facts.ts";
import type { RuleId } from "../file/rule-file.ts";
import type { Region } from "../region/region.ts";
import type { FactName } from "../vocabulary/fact-definition.ts";
import type { Verdict } from "./difference.ts";
import type { SideName } from "./side.ts";

/**
 * What one side says of people whom the other cannot be asked of, since some fact of theirs has a value that only this side
 * knows. Of such people of whom nothing is told, the side says no.
 */
export type OneSided = {
  /** The side that can be asked. */
  readonly side: SideName;
  readonly answer: "yes" | "conflict";
  /** Every rule that is a ground for somebody of them, in the order of ids; none for a conflict. */
  readonly grounds: readonly RuleId[];
  /** Where that is so, largest first; together they are exactly where, unless there are `more`. */
  readonly regions: readonly OneSidedRegion[];
  /** Whether there are more regions than were asked for. */
  readonly more: boolean;
};

/** Facts for which a side says so; a test may name a question that is read, by its id. `share` is of all that the side knows. */
export type OneSidedRegion = Pick<Region, "tests" | "share"> & {
  readonly words: string;
  /** One person there, as `decide` confirms: a value for every fact that the side reads. */
  readonly witness: { readonly facts: Readonly<Record<FactName, FactValue>> } & Verdict;
};
