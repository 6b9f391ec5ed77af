import * as Result from "effect/Result";
import { LeafNotInTree } from "./errors.ts";
import { type Hash, nodeHash } from "./hash.ts";
import { appendLeaf, EMPTY_TREE, rootOf } from "./merkle-tree.ts";

/**
 * Shows that a leaf is in a tree without the other leaves: the roots of the subtrees beside its way up, the nearest first
 * (RFC 6962, section 2.1.1).
 */
export type InclusionProof = { readonly index: number; readonly size: number; readonly path: readonly Hash[] };

/**
 * Proves that the leaf at `index`, counting from 0, is in the tree over all leaves given.
 * @errors `LeafNotInTree` when no leaf is there.
 */
export const proveInclusion = (leaves: readonly Hash[], index: number): Result.Result<InclusionProof, LeafNotInTree> =>
  Number.isInteger(index) && index >= 0 && index < leaves.length
    ? Result.succeed({ index, size: leaves.length, path: pathTo(leaves, index) })
    : Result.fail(new LeafNotInTree({ index, size: leaves.length }));

const pathTo = (leaves: readonly Hash[], index: number): readonly Hash[] => {
  if (leaves.length <= 1) return [];
  const left = leaves.slice(0, leftSizeOf(leaves.length));
  const right = leaves.slice(left.length);
  return index < left.length
    ? [...pathTo(left, index), rootOver(right)]
    : [...pathTo(right, index - left.length), rootOver(left)];
};

/** The largest power of two below the size: the left half is always full. */
const leftSizeOf = (size: number): number => {
  let left = 1;
  while (left * 2 < size) left *= 2;
  return left;
};

const rootOver = (leaves: readonly Hash[]): Hash => rootOf(leaves.reduce(appendLeaf, EMPTY_TREE));

/**
 * The root that a leaf and its proof give, to be compared with the one that was signed. `null` when the proof has the wrong
 * length for its size, or names a leaf that the size does not have.
 */
export const rootFromProof = (leaf: Hash, { index, size, path }: InclusionProof): Hash | null => {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return null;
  const rest = [...path];
  const root = climb(leaf, { index, size }, rest);
  return rest.length === 0 ? root : null;
};

type Place = { readonly index: number; readonly size: number };

const climb = (leaf: Hash, { index, size }: Place, path: Hash[]): Hash | null => {
  if (size === 1) return leaf;
  const beside = path.pop();
  if (beside === undefined) return null;
  const left = leftSizeOf(size);
  const isLeft = index < left;
  const below = climb(leaf, isLeft ? { index, size: left } : { index: index - left, size: size - left }, path);
  if (below === null) return null;
  return isLeft ? nodeHash(below, beside) : nodeHash(beside, below);
};
