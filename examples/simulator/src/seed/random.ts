import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** A stream of chances: the same seed and name always give the same one. */
export type Random = {
  /** A whole number, both ends included. */
  readonly between: (from: number, to: number) => number;
  /** Whether something of a probability of `permille` in a thousand happens. */
  readonly hits: (permille: number) => boolean;
  readonly pick: <Item>(items: readonly [Item, ...Item[]]) => Item;
};

/** The largest seed: what fits a command line and a generator alike. */
export const MAX_SEED = 0x7fff_ffff;

/** Opens the stream of a name. Streams do not disturb each other: what one is asked for changes no other. */
export const randomOf = (seed: number, name: string): Random => {
  const generator = xoroshiro128plus(mix(seed, name));
  const between = (from: number, to: number): number => uniformInt(generator, from, to);
  return {
    between,
    hits: (permille) => between(1, 1000) <= permille,
    pick: (items) => items[between(0, items.length - 1)] ?? items[0],
  };
};

/** @source FNV-1a, 32 bits */
const mix = (seed: number, name: string): number => {
  let hash = 0x811c_9dc5;
  for (const code of `${seed} ${name}`) hash = Math.imul(hash ^ (code.codePointAt(0) ?? 0), 0x0100_0193);
  return hash | 0;
};
