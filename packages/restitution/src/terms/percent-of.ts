import type { PercentFee, Rounding } from "./fee-formula.ts";

const WHOLE = 10_000n;

/**
 * A share of an amount in whole cents: rounded first, then kept within its bounds. The order of the two changes
 * nothing, since the bounds are whole.
 */
export const percentOf = (orderedCents: number, fee: PercentFee, rounding: Rounding): number => {
  const product = BigInt(orderedCents) * BigInt(fee.basisPoints);
  const cents = Number(product / WHOLE) + (isRaised(product % WHOLE, rounding) ? 1 : 0);
  return Math.min(Math.max(cents, fee.minimumCents), fee.maximumCents ?? Number.MAX_SAFE_INTEGER);
};

const isRaised = (rest: bigint, rounding: Rounding): boolean => {
  if (rounding === "down") return false;
  return rounding === "up" ? rest > 0n : rest * 2n >= WHOLE;
};
