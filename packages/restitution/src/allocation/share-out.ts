import { apportion } from "./apportion.ts";

/** Those who share: the weight of each, and the most that each can take. */
export type Sharers = { readonly weights: readonly number[]; readonly most: readonly number[] };

/**
 * Splits cents in proportion to weights, never giving a sharer more than its most: what one cannot take is shared among the
 * others in proportion. In the order given odd cents go to equals. What nobody can take is left over.
 * @param amount - cents, at least 0.
 */
export const shareOut = (amount: number, { weights, most }: Sharers): readonly number[] => {
  const given = weights.map(() => 0);
  let left = amount;
  let open = [...given.keys()].filter((place) => at(weights, place) > 0 && at(most, place) > 0);
  while (open.length > 0) {
    const isFull = fullWhen(
      left,
      open.map((place) => at(weights, place)),
    );
    const full = open.filter((place) => isFull(at(weights, place), at(most, place)));
    if (full.length === 0) break;
    for (const place of full) {
      given[place] = at(most, place);
      left -= at(most, place);
    }
    open = open.filter((place) => !full.includes(place));
  }
  if (open.length === 0) return given;
  const parts = apportion(
    left,
    open.map((place) => at(weights, place)),
  );
  for (const [index, place] of open.entries()) given[place] = at(parts, index);
  return given;
};

const at = (numbers: readonly number[], place: number): number => numbers[place] ?? 0;

/** Tells whether the exact share of what is left is as much as a sharer can take, or more. */
const fullWhen = (left: number, weights: readonly number[]): ((weight: number, most: number) => boolean) => {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const exactly = (): bigint => weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  return (weight, most) =>
    Math.max(left, most) * total <= Number.MAX_SAFE_INTEGER
      ? left * weight >= most * total
      : BigInt(left) * BigInt(weight) >= BigInt(most) * exactly();
};
