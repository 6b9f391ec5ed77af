/** A claim in a division: its weight, and the most that it can take. */
type Sharer = { readonly weight: number; readonly most: number };

/**
 * The slow twin of `shareOut`. Splits cents in proportion to weights, never giving a sharer more than its most: what one cannot take is shared among the
 * others in proportion. In the order given odd cents go to equals. What nobody can take is left over.
 * @param amount - cents, at least 0.
 */
export const obviousShareOut = (amount: number, sharers: readonly Sharer[]): readonly number[] => {
  const given = sharers.map(() => 0);
  let left = amount;
  let open = [...sharers.keys()].filter((place) => weightOf(sharers, place) > 0 && mostOf(sharers, place) > 0);
  while (open.length > 0) {
    const full = open.filter((place) => isFull(sharers, place, { left, open }));
    if (full.length === 0) break;
    for (const place of full) given[place] = mostOf(sharers, place);
    left -= full.reduce((sum, place) => sum + mostOf(sharers, place), 0);
    open = open.filter((place) => !full.includes(place));
  }
  const parts = obviousApportion(
    open.length === 0 ? 0 : left,
    open.map((place) => weightOf(sharers, place)),
  );
  for (const [at, place] of open.entries()) given[place] = parts[at] ?? 0;
  return given;
};

const weightOf = (sharers: readonly Sharer[], place: number): number => sharers[place]?.weight ?? 0;
const mostOf = (sharers: readonly Sharer[], place: number): number => sharers[place]?.most ?? 0;

type Round = { readonly left: number; readonly open: readonly number[] };

/** Whether the exact share of what is left is as much as a sharer can take, or more. */
const isFull = (sharers: readonly Sharer[], place: number, { left, open }: Round): boolean => {
  const total = open.reduce((sum, each) => sum + BigInt(weightOf(sharers, each)), 0n);
  return BigInt(left) * BigInt(weightOf(sharers, place)) >= BigInt(mostOf(sharers, place)) * total;
};

/**
 * The slow twin of `apportion`: in big integers throughout. Splits whole cents in proportion to weights by the largest remainder: each part is the exact share rounded down or up,
 * and the parts sum to the amount. Among equal remainders, whoever stands first gets the cent.
 * @param amount - cents, at least 0.
 * @param weights - whole numbers of at least 0, in the order of precedence; all zero gives all zero.
 */
export const obviousApportion = (amount: number, weights: readonly number[]): readonly number[] => {
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
