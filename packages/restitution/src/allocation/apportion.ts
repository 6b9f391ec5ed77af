/**
 * Splits whole cents in proportion to weights by the largest remainder: each part is the exact share rounded down or up,
 * and the parts sum to the amount. Among equal remainders, whoever stands first gets the cent.
 * @param amount - cents, at least 0.
 * @param weights - whole numbers of at least 0, in the order of precedence; all zero gives all zero.
 */
export const apportion = (amount: number, weights: readonly number[]): readonly number[] => {
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  if (total === 0n) return weights.map(() => 0);
  const shares = weights.map((weight, place) => {
    const product = BigInt(amount) * BigInt(weight);
    return { place, whole: Number(product / total), rest: product % total };
  });
  const odd = amount - shares.reduce((sum, { whole }) => sum + whole, 0);
  const lucky = new Set(
    shares
      .toSorted((left, right) =>
        left.rest === right.rest ? left.place - right.place : left.rest > right.rest ? -1 : 1,
      )
      .slice(0, odd)
      .map(({ place }) => place),
  );
  return shares.map(({ place, whole }) => whole + (lucky.has(place) ? 1 : 0));
};
