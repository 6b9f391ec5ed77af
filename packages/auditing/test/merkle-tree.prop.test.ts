import { fc, test } from "@fast-check/vitest";
import * as Result from "effect/Result";
import { expect } from "vitest";
import { type Hash, HASH_OF_NOTHING, leafOf, nodeHash } from "../src/audit-log/hash.ts";
import { appendLeaf, EMPTY_TREE, MerkleTree, rootOf } from "../src/audit-log/merkle-tree.ts";
import { proveInclusion, rootFromProof } from "../src/index.ts";

/** The definition of RFC 6962, section 2.1, word for word. */
const rootByDefinition = (leaves: readonly Hash[]): Hash => {
  const [only] = leaves;
  if (only === undefined) return HASH_OF_NOTHING;
  if (leaves.length === 1) return only;
  const half = 2 ** Math.floor(Math.log2(leaves.length - 1));
  return nodeHash(rootByDefinition(leaves.slice(0, half)), rootByDefinition(leaves.slice(half)));
};

const leavesOf = (count: number): readonly Hash[] => Array.from({ length: count }, (_, at) => leafOf(at));
const someLeaves = fc.integer({ min: 1, max: 40 }).chain((size) => fc.tuple(fc.constant(size), fc.nat(size - 1)));

test.prop([fc.integer({ min: 0, max: 70 })], { numRuns: 300 })(
  "a tree grown leaf by leaf is the tree of the definition",
  (size) => {
    const tree = leavesOf(size).reduce(appendLeaf, EMPTY_TREE);
    expect(rootOf(tree)).toBe(rootByDefinition(leavesOf(size)));
    expect(MerkleTree.safeParse(tree).success).toBe(true);
  },
);

test.prop([someLeaves], { numRuns: 1000 })(
  "a leaf with its proof gives the root, and in any other place does not",
  ([size, index]) => {
    const leaves = leavesOf(size);
    const root = rootByDefinition(leaves);
    const proof = Result.getOrThrow(proveInclusion(leaves, index));
    expect(rootFromProof(leafOf(index), proof)).toBe(root);
    expect(rootFromProof(leafOf("another"), proof)).not.toBe(root);
    expect(rootFromProof(leafOf(index), { ...proof, path: [...proof.path, root] })).toBeNull();
    expect(rootFromProof(leafOf(index), { ...proof, index: size })).toBeNull();
    if (size > 1) expect(rootFromProof(leafOf(index), { ...proof, path: proof.path.slice(1) })).toBeNull();
  },
);
