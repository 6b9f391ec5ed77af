import { compareInstants, Instant } from "@victim-rights/core";
import * as Result from "effect/Result";
import { z } from "zod";
import type { AuditEvent } from "./audit-event.ts";
import { BatchEmpty, SealClockWentBack } from "./errors.ts";
import { Hash, hashOf, leafOf } from "./hash.ts";
import { appendLeaf, EMPTY_TREE, MerkleTree, rootOf } from "./merkle-tree.ts";

/** Events sealed together: it stands for them, for their order and, through `previous`, for everything sealed before. */
export const SealedBatch = z.strictObject({
  /** Counting from 1. */
  number: z.int().min(1),
  /** The hash of the batch before it. */
  previous: Hash,
  /** How many events it seals. */
  count: z.int().min(1),
  /** How many events the log has with them. */
  size: z.int().min(1),
  /** The root of the tree over all those events. */
  root: Hash,
  sealedAt: Instant,
});
export type SealedBatch = Readonly<z.infer<typeof SealedBatch>>;

/** How far a log is sealed: all that is needed to seal the next batch. */
export const LogHead = z.strictObject({
  /** How many batches there are. */
  batches: z.int().min(0),
  /** The hash of the last one. */
  hash: Hash,
  tree: MerkleTree,
  sealedAt: Instant.nullable(),
});
export type LogHead = {
  readonly batches: number;
  readonly hash: Hash;
  readonly tree: MerkleTree;
  readonly sealedAt: Instant | null;
};

/** Where every log begins: nothing sealed yet. */
export const EMPTY_LOG: LogHead = { batches: 0, hash: "0".repeat(64) as Hash, tree: EMPTY_TREE, sealedAt: null };

/**
 * Seals events in the order given, once, after everything that was sealed before. It is no part of the hot path: events are
 * stored first and sealed many at a time.
 * @errors `BatchEmpty`, `SealClockWentBack`.
 */
export const sealBatch = (
  head: LogHead,
  events: readonly AuditEvent[],
  at: Instant,
): Result.Result<{ readonly batch: SealedBatch; readonly head: LogHead }, BatchEmpty | SealClockWentBack> => {
  if (events.length === 0) return Result.fail(new BatchEmpty());
  if (head.sealedAt !== null && compareInstants(at, head.sealedAt) < 0)
    return Result.fail(new SealClockWentBack({ previous: head.sealedAt, at }));
  const tree = events.map(leafOf).reduce(appendLeaf, head.tree);
  const batch: SealedBatch = {
    number: head.batches + 1,
    previous: head.hash,
    count: events.length,
    size: tree.size,
    root: rootOf(tree),
    sealedAt: at,
  };
  return Result.succeed({ batch, head: headAfter(batch, tree) });
};

/** How far a log is sealed with this batch. */
export const headAfter = (batch: SealedBatch, tree: MerkleTree): LogHead => ({
  batches: batch.number,
  hash: hashOf(batch),
  tree,
  sealedAt: batch.sealedAt,
});
