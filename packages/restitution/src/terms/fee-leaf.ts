import type { FeeFormula, FixedFee, PercentFee } from "./fee-formula.ts";

/** The part of a formula that an amount comes under, and its path in the provision. */
export type FeeLeaf = { readonly formula: PercentFee | FixedFee; readonly path: string };

/** Follows tiers down to the part that an amount ordered comes under. */
export const leafFor = (formula: FeeFormula, orderedCents: number, path = "$.fee"): FeeLeaf => {
  if (formula.kind !== "tiers") return { formula, path };
  const place = formula.tiers.findIndex(({ belowCents }) => belowCents === null || orderedCents < belowCents);
  const tier = formula.tiers[place];
  // INVARIANT: the loader takes only tiers of which the last is open, so some tier takes every amount.
  return tier === undefined
    ? { formula: { kind: "fixed", cents: 0 }, path }
    : leafFor(tier.fee, orderedCents, `${path}.tiers[${place}].fee`);
};

/** All parts of a formula that carry an amount, each with its path. */
export const leavesOf = (formula: FeeFormula, path = "$.fee"): readonly FeeLeaf[] =>
  formula.kind === "tiers"
    ? formula.tiers.flatMap(({ fee }, place) => leavesOf(fee, `${path}.tiers[${place}].fee`))
    : [{ formula, path }];
