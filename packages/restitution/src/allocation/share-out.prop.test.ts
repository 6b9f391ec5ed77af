import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { obviousApportion, obviousShareOut } from "../reference/obvious-share-out.ts";
import { apportion } from "./apportion.ts";
import { shareOut } from "./share-out.ts";

const weights = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 9 }), fc.nat({ max: 5_000_000 })), {
  maxLength: 7,
});
const sharers = fc.array(
  fc.record({
    weight: fc.oneof(fc.constant(0), fc.nat({ max: 9 }), fc.nat({ max: 3_000_000 })),
    most: fc.nat({ max: 4_000 }),
  }),
  { maxLength: 6 },
);
/** Whole numbers up to the largest that is held exactly, with many near the bounds where products stop being so. */
const upTo = (most: number): fc.Arbitrary<number> =>
  fc.oneof(
    fc.nat({ max: 9 }),
    fc.integer({ min: 94_906_200, max: 94_906_320 }),
    fc.maxSafeNat().map((each) => each % (most + 1)),
  );
type Sharer = { readonly weight: number; readonly most: number };
const sharing = (amount: number, given: readonly Sharer[]): readonly number[] =>
  shareOut(amount, { weights: given.map(({ weight }) => weight), most: given.map(({ most }) => most) });
const sum = (parts: readonly number[]): number => parts.reduce((all, each) => all + each, 0);

describe("apportion", () => {
  test("gives all of the amount, and to each its exact share rounded down or up", () => {
    fc.assert(
      fc.property(fc.nat({ max: 9_000_000 }), weights, (amount, given) => {
        const parts = apportion(amount, given);
        const total = sum(given);
        expect(sum(parts)).toBe(total === 0 ? 0 : amount);
        for (const [place, weight] of given.entries()) {
          const product = BigInt(amount) * BigInt(weight);
          const part = BigInt(parts[place] ?? -1) * BigInt(total);
          expect(part > product - BigInt(Math.max(total, 1)) && part < product + BigInt(Math.max(total, 1))).toBe(true);
        }
      }),
      { numRuns: 3_000 },
    );
  });

  test("gives what big integers throughout give, wherever products stop being exact", () => {
    const large = fc.array(upTo(Number.MAX_SAFE_INTEGER), { maxLength: 5 });
    fc.assert(
      fc.property(upTo(Number.MAX_SAFE_INTEGER), fc.oneof(weights, large), (amount, given) => {
        expect(apportion(amount, given)).toEqual(obviousApportion(amount, given));
      }),
      { numRuns: 3_000 },
    );
  });

  test("rounds down what lacks least of a whole cent", () => {
    const total = 94_906_265;
    for (const amount of [total - 1, total, total + 1])
      for (const weight of [1, 2, total - 2, total - 1])
        expect(apportion(amount, [weight, total - weight])).toEqual(obviousApportion(amount, [weight, total - weight]));
  });

  test("gives odd cents to the largest fractions, and among equals to whoever stands first", () => {
    expect(apportion(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(apportion(10, [2, 3, 5])).toEqual([2, 3, 5]);
    expect(apportion(1, [1, 2])).toEqual([0, 1]);
    expect(apportion(5, [])).toEqual([]);
    expect(apportion(5, [0, 0])).toEqual([0, 0]);
  });
});

/** One cent after another: each goes to whoever, not yet full, has the least for its weight; then all are within a cent of that. */
const level = (amount: number, given: readonly Sharer[]): readonly number[] => {
  const parts = given.map(() => 0);
  for (let cent = 0; cent < amount; cent += 1) {
    const open = given.flatMap(({ weight, most }, place) => (weight > 0 && (parts[place] ?? 0) < most ? [place] : []));
    const next = open.toSorted(
      (left, right) =>
        ((parts[left] ?? 0) + 1) * (given[right]?.weight ?? 0) -
          ((parts[right] ?? 0) + 1) * (given[left]?.weight ?? 0) || left - right,
    )[0];
    if (next === undefined) break;
    parts[next] = (parts[next] ?? 0) + 1;
  }
  return parts;
};

describe("shareOut", () => {
  test("gives nobody more than its most, and leaves nothing that somebody with a weight could take", () => {
    fc.assert(
      fc.property(fc.nat({ max: 9_000 }), sharers, (amount, given) => {
        const parts = sharing(amount, given);
        const room = sum(given.map(({ weight, most }) => (weight > 0 ? most : 0)));
        expect(parts.every((part, place) => part >= 0 && part <= (given[place]?.most ?? 0))).toBe(true);
        expect(sum(parts)).toBe(Math.min(amount, room));
      }),
      { numRuns: 3_000 },
    );
  });

  test("agrees, to a cent or two, with handing out one cent after another", () => {
    fc.assert(
      fc.property(fc.nat({ max: 600 }), sharers, (amount, given) => {
        const parts = sharing(amount, given);
        const slow = level(amount, given);
        expect(parts.every((part, place) => Math.abs(part - (slow[place] ?? 0)) <= given.length)).toBe(true);
        expect(sum(parts)).toBe(sum(slow));
      }),
      { numRuns: 1_000 },
    );
  });

  test("gives what big integers throughout give", () => {
    const large = fc.record({ weight: upTo(2 ** 50), most: upTo(2 ** 50) });
    fc.assert(
      fc.property(upTo(2 ** 52), fc.oneof(sharers, fc.array(large, { maxLength: 5 })), (amount, given) => {
        expect(sharing(amount, given)).toEqual(obviousShareOut(amount, given));
      }),
      { numRuns: 3_000 },
    );
  });

  test("shares among the others what one cannot take", () => {
    const three = [10, 50, 50].map((most) => ({ weight: 1, most }));
    expect(sharing(90, three)).toEqual([10, 40, 40]);
    expect(sharing(200, three)).toEqual([10, 50, 50]);
  });
});
