import { invariant } from "@victim-rights/core";
import { type Claim, type ClaimId, inListedOrder } from "../allocation/claim.ts";
import type { Distribution } from "../allocation/distribution.ts";

/** A fraction of cents: what stands over the line, and under it. */
type Fraction = readonly [over: bigint, under: bigint];

/** What each claim would get if cents could be cut, and how many divisions were rounded on the way. */
export type ExactShares = { readonly exact: ReadonlyMap<ClaimId, Fraction>; readonly roundings: number };

/**
 * The slow twin of `distribute`: exact fractions, recomputed from nothing. It knows the steps whose outcome does not jump
 * when an amount moves by a cent: no sizes, dates, policies or choices.
 */
export const obviousShares = (how: Distribution, cents: number, claims: readonly Claim[]): ExactShares => {
  const owed = new Map(claims.map(({ id, owedCents }) => [id, [BigInt(owedCents), 1n] as Fraction]));
  const counter = { roundings: 0 };
  give(how, [BigInt(cents), 1n], { claims, owed, counter });
  const exact = new Map(claims.map(({ id, owedCents }) => [id, minus([BigInt(owedCents), 1n], owed.get(id) ?? ZERO)]));
  return { exact, roundings: counter.roundings };
};

type Work = {
  readonly claims: readonly Claim[];
  readonly owed: Map<ClaimId, Fraction>;
  readonly counter: { roundings: number };
};

/** Gives what it can of an amount, and returns the rest. */
const give = (how: Distribution, amount: Fraction, work: Work): Fraction => {
  if (how.kind === "in-order") return how.steps.reduce((left, step) => give(step, left, work), amount);
  if (how.kind === "shares") return giveShares(how, amount, work);
  if (how.kind === "classes") {
    const claims = work.claims.filter(({ class: own }) => how.classes.includes(own));
    return give(how.to, amount, { ...work, claims });
  }
  if (how.kind === "listed-order")
    return work.claims.toSorted(inListedOrder).reduce((left, claim) => pay(claim, left, work), amount);
  if (how.kind === "equally") return giveLevel(amount, work, () => 1n);
  invariant(how.kind === "pro-rata", `the twin does not know ${how.kind}`);
  return giveLevel(amount, work, (claim) => (how.by === "ordered" ? BigInt(claim.orderedCents) : null));
};

const giveShares = (how: Extract<Distribution, { kind: "shares" }>, amount: Fraction, work: Work): Fraction => {
  let left = amount;
  let open = how.parts;
  for (;;) {
    const total = BigInt(open.reduce((sum, { basisPoints }) => sum + basisPoints, 0));
    work.counter.roundings += open.length;
    const results = open.map((part) => ({
      part,
      rest: give(part.to, times(left, BigInt(part.basisPoints), total), work),
    }));
    left = results.reduce<Fraction>((sum, { rest }) => plus(sum, rest), ZERO);
    open = results.filter(({ rest }) => rest[0] === 0n).map(({ part }) => part);
    if (how.unused === "left-over" || left[0] === 0n || open.length === 0) return left;
  }
};

/** Raises all claims together, each by its weight, until the amount is gone or all are paid; no weight: what each is owed. */
const giveLevel = (amount: Fraction, work: Work, weigh: (claim: Claim) => bigint | null): Fraction => {
  work.counter.roundings += work.claims.length;
  let left = amount;
  const start = new Map(work.owed);
  const weightOf = (claim: Claim): Fraction => {
    const weight = weigh(claim);
    return weight === null ? (start.get(claim.id) ?? ZERO) : [weight, 1n];
  };
  for (;;) {
    const open = work.claims.filter((claim) => (work.owed.get(claim.id) ?? ZERO)[0] > 0n && weightOf(claim)[0] > 0n);
    if (open.length === 0 || left[0] === 0n) return left;
    const total = open.reduce<Fraction>((sum, claim) => plus(sum, weightOf(claim)), ZERO);
    const steps = open.map((claim) => over(work.owed.get(claim.id) ?? ZERO, weightOf(claim)));
    const lowest = steps.reduce((least, step) => (isLess(step, least) ? step : least));
    const step = isLess(over(left, total), lowest) ? over(left, total) : lowest;
    for (const claim of open) {
      const part = product(step, weightOf(claim));
      work.owed.set(claim.id, minus(work.owed.get(claim.id) ?? ZERO, part));
      left = minus(left, part);
    }
  }
};

const pay = (claim: Claim, amount: Fraction, { owed }: Work): Fraction => {
  const due = owed.get(claim.id) ?? ZERO;
  const part = isLess(amount, due) ? amount : due;
  owed.set(claim.id, minus(due, part));
  return minus(amount, part);
};

const ZERO: Fraction = [0n, 1n];
const plus = ([a, b]: Fraction, [c, d]: Fraction): Fraction => lowestTerms(a * d + c * b, b * d);
const minus = (left: Fraction, [over_, under]: Fraction): Fraction => plus(left, [-over_, under]);
const product = ([a, b]: Fraction, [c, d]: Fraction): Fraction => lowestTerms(a * c, b * d);
const over = (left: Fraction, [a, b]: Fraction): Fraction => product(left, [b, a]);
const times = (left: Fraction, above: bigint, below: bigint): Fraction => product(left, [above, below]);
const isLess = ([a, b]: Fraction, [c, d]: Fraction): boolean => a * d < c * b;

const lowestTerms = (above: bigint, below: bigint): Fraction => {
  const factor = commonFactor(above < 0n ? -above : above, below);
  return [above / factor, below / factor];
};

const commonFactor = (left: bigint, right: bigint): bigint => (right === 0n ? left : commonFactor(right, left % right));
