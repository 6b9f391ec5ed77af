import { z } from "zod";
import { Hash, HASH_OF_NOTHING, nodeHash } from "./hash.ts";

/**
 * A Merkle tree (RFC 6962) of which only what is needed to go on is kept: the roots of its full subtrees, the largest first.
 * It has one for each 1 in the binary form of its size, so that a tree of a million leaves takes 20 hashes.
 */
export const MerkleTree = z
  .strictObject({ size: z.int().min(0), peaks: z.array(Hash).max(53) })
  .refine(
    ({ size, peaks }) => peaks.length === onesIn(size),
    "give one peak for each 1 in the binary form of the size",
  );
export type MerkleTree = { readonly size: number; readonly peaks: readonly Hash[] };

/** The tree without leaves. */
export const EMPTY_TREE: MerkleTree = { size: 0, peaks: [] };

const onesIn = (size: number): number => size.toString(2).replaceAll("0", "").length;

/** Grows a tree by one leaf: every pair of full subtrees of one size becomes one. */
export const appendLeaf = ({ size, peaks }: MerkleTree, leaf: Hash): MerkleTree => {
  const grown = [...peaks];
  let last = leaf;
  for (let pairs = size; pairs % 2 === 1; pairs = Math.floor(pairs / 2)) last = nodeHash(grown.pop() ?? last, last);
  return { size: size + 1, peaks: [...grown, last] };
};

/** The one hash that stands for every leaf in its place. */
export const rootOf = ({ peaks }: MerkleTree): Hash =>
  peaks.length === 0 ? HASH_OF_NOTHING : peaks.reduceRight((right, left) => nodeHash(left, right));
