/**
 * Splits whole cents in proportion to weights by the largest remainder: each part is the exact share rounded down or up,
 * and the parts sum to the amount. Among equal remainders, whoever stands first gets the cent.
 * @param amount - cents, at least 0.
 * @param weights - whole numbers of at least 0, in the order of precedence; all zero gives all zero.
 */
export const apportion = (amount: number, weights: readonly number[]): readonly number[] => {
  let total = 0;
  for (const weight of weights) total += weight;
  if (total === 0) return weights.map(() => 0);
  return amount * total <= Number.MAX_SAFE_INTEGER
    ? withOddCents(amount, roundedDown(amount, { weights, total }))
    : withOddCents(amount, roundedDownExactly(amount, weights));
};

/** Each share without its fraction, and what the fraction leaves, counted so that all rests compare. */
type Rounded<Rest> = { readonly parts: number[]; readonly rests: Rest[] };

/**
 * Below 2^53 every product is exact. The quotient of one that does not divide lacks at least 1 / total of the next whole
 * number, which is more than it can be off by, so that rounding it down is exact too.
 */
const roundedDown = (
  amount: number,
  { weights, total }: { readonly weights: readonly number[]; readonly total: number },
): Rounded<number> => {
  const parts: number[] = [];
  const rests: number[] = [];
  for (const weight of weights) {
    const product = amount * weight;
    const part = Math.floor(product / total);
    parts.push(part);
    rests.push(product - part * total);
  }
  return { parts, rests };
};

const roundedDownExactly = (amount: number, weights: readonly number[]): Rounded<bigint> => {
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  const products = weights.map((weight) => BigInt(amount) * BigInt(weight));
  return {
    parts: products.map((product) => Number(product / total)),
    rests: products.map((product) => product % total),
  };
};

/** One cent each to the largest rests; there are fewer odd cents than rests. */
const withOddCents = <Rest extends number | bigint>(
  amount: number,
  { parts, rests }: Rounded<Rest>,
): readonly number[] => {
  let odd = amount;
  for (const part of parts) odd -= part;
  if (odd === 0) return parts;
  const taken = rests.map(() => false);
  for (; odd > 0; odd -= 1) {
    const next = largestOf(rests, taken);
    taken[next] = true;
    parts[next] = (parts[next] ?? 0) + 1;
  }
  return parts;
};

const largestOf = <Rest extends number | bigint>(rests: readonly Rest[], taken: readonly boolean[]): number => {
  let largest = -1;
  let most: Rest | undefined;
  for (let place = 0; place < rests.length; place += 1) {
    const rest = rests[place];
    if (rest === undefined || taken[place] === true || (most !== undefined && rest <= most)) continue;
    largest = place;
    most = rest;
  }
  return largest;
};
