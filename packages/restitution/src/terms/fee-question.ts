import type { ChoiceId } from "../allocation/distribution.ts";
import type { RuleId } from "@victim-rights/rules";
import type { TermQuestion } from "./deciding-terms.ts";
import type { FeeTiming } from "./fee-term.ts";

/**
 * What has just happened to a debt: the order was entered, so many days went by without full payment, or an instalment
 * came in.
 */
export type FeeOccasion =
  | { readonly kind: "order-entered" }
  | { readonly kind: "still-unpaid"; readonly days: number }
  | { readonly kind: "instalment-paid"; readonly number: number };

/** What is asked of a state's fees. */
export type FeeQuestion = TermQuestion & {
  /** One fee by its id; left out, all that the occasion brings. */
  readonly fee?: RuleId;
  /** The restitution ordered, in whole cents, at least 1. */
  readonly orderedCents: number;
  readonly occasion: FeeOccasion;
  /** How many charges the judgment holds, for a fee that is owed once for each. */
  readonly charges?: number;
  /** For fees that the law allows and does not require: the court's document that sets each, by the fee's id. */
  readonly documents?: ReadonlyMap<RuleId, string>;
  readonly choices?: ReadonlyMap<ChoiceId, ChoiceId>;
};

/** Whether an occasion brings a fee. *Not paid within thirty days* is so from the thirty-first day. */
export const isBrought = (when: FeeTiming, occasion: FeeOccasion): boolean => {
  if (when.kind === "unpaid-after-days") return occasion.kind === "still-unpaid" && occasion.days > when.days;
  if (when.kind === "instalment-paid") return occasion.kind === "instalment-paid" && occasion.number >= when.from;
  return occasion.kind === "order-entered";
};
