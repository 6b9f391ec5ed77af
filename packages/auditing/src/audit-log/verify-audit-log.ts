import type { PublicPackKey } from "@victim-rights/rules/pack";
import * as Result from "effect/Result";
import { type Checkpoint, type LogId, readCheckpoint, type SignedCheckpoint } from "./checkpoint.ts";
import { LineRefused, type WhyLineRefused, WitnessContradicts } from "./errors.ts";
import { leafOf } from "./hash.ts";
import { LogLine } from "./log-line.ts";
import { appendLeaf, type MerkleTree, rootOf } from "./merkle-tree.ts";
import { EMPTY_LOG, headAfter, type LogHead, type SealedBatch } from "./seal-batch.ts";

/** One line of a file, counted from 1; `text` is `null` when its bytes are no UTF-8 text. */
export type NumberedLine = { readonly number: number; readonly text: string | null };

/** What a log is held to. */
export type AuditLogTrust = {
  /** The keys whose checkpoints are relied on. */
  readonly keys: readonly PublicPackKey[];
  /** Checkpoints of this log that were kept elsewhere, each read with `readCheckpoint`. */
  readonly witnesses?: readonly Checkpoint[];
};

/** What stands in an audit log. `problems` is empty when the log is what was written, as far as can be seen from it. */
export type AuditLogReport = {
  /** `null` as long as no checkpoint names the log. */
  readonly log: LogId | null;
  /** Up to the last batch that fits. */
  readonly head: LogHead;
  /** Events after the last batch: nothing stands for them yet. */
  readonly unsealed: number;
  readonly checkpoints: readonly SignedCheckpoint[];
  readonly problems: readonly (LineRefused | WitnessContradicts)[];
};

/**
 * Verifies an audit log from nothing but its lines and the keys: every batch seals the events before it and follows the
 * batch before it, and every checkpoint vouches for the log as it stood there. A log whose end was cut off is whole in
 * itself: only a checkpoint kept elsewhere shows it. From the first batch that does not fit on, no batch, checkpoint or
 * witness is judged; lines that cannot be read are all named.
 */
export const verifyAuditLog = async (
  lines: AsyncIterable<NumberedLine> | Iterable<NumberedLine>,
  { keys, witnesses = [] }: AuditLogTrust,
): Promise<AuditLogReport> => {
  const reading = beginning(keys, witnesses);
  for await (const line of lines) await takeLine(reading, line);
  const unmet = reading.isBroken ? [] : reading.witnesses.values();
  return {
    log: reading.log,
    head: reading.head,
    unsealed: reading.tree.size - reading.head.tree.size,
    checkpoints: reading.checkpoints,
    problems: [...reading.problems, ...[...unmet].flat().map((each) => contradicts(each, "cut-off"))],
  };
};

type Reading = {
  readonly keys: readonly PublicPackKey[];
  /** By the batch that they vouch for; those of batches already read are taken out. */
  readonly witnesses: Map<number, readonly Checkpoint[]>;
  readonly checkpoints: SignedCheckpoint[];
  readonly problems: (LineRefused | WitnessContradicts)[];
  log: LogId | null;
  head: LogHead;
  /** With the events that no batch has sealed yet. */
  tree: MerkleTree;
  isBroken: boolean;
};

const beginning = (keys: readonly PublicPackKey[], witnesses: readonly Checkpoint[]): Reading => ({
  keys,
  witnesses: Map.groupBy(witnesses, ({ batch }) => batch),
  checkpoints: [],
  problems: [],
  log: null,
  head: EMPTY_LOG,
  tree: EMPTY_LOG.tree,
  isBroken: false,
});

const takeLine = async (reading: Reading, { number, text }: NumberedLine): Promise<void> => {
  const read = readLine(text);
  if (Result.isFailure(read)) return refuse(reading, number, read.failure);
  const line = read.success;
  if ("event" in line) reading.tree = appendLeaf(reading.tree, leafOf(line.event));
  else if (reading.isBroken) return;
  else if ("batch" in line) takeBatch(reading, number, line.batch);
  else await takeCheckpoint(reading, number, line.checkpoint);
};

type Fault = { readonly why: WhyLineRefused; readonly details?: readonly string[] };

const refuse = (reading: Reading, line: number, { why, details = [] }: Fault): void => {
  reading.problems.push(new LineRefused({ line, why, details }));
};

const readLine = (text: string | null): Result.Result<LogLine, Fault> => {
  if (text === null) return Result.fail({ why: "not-text" });
  const json = jsonOf(text);
  if (json === undefined) return Result.fail({ why: "not-json" });
  const line = LogLine.safeParse(json);
  return line.success ? Result.succeed(line.data) : Result.fail({ why: "not-a-line-of-this-log" });
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const takeBatch = (reading: Reading, line: number, batch: SealedBatch): void => {
  const why = faultOf(reading, batch);
  if (why !== null) {
    reading.isBroken = true;
    return refuse(reading, line, { why });
  }
  reading.head = headAfter(batch, reading.tree);
  for (const witness of reading.witnesses.get(batch.number) ?? [])
    if (!vouchesFor(witness, reading.head)) reading.problems.push(contradicts(witness, "written-anew"));
  reading.witnesses.delete(batch.number);
};

const faultOf = ({ head, tree }: Reading, batch: SealedBatch): WhyLineRefused | null => {
  const isBackward = head.sealedAt !== null && batch.sealedAt < head.sealedAt;
  if (batch.number !== head.batches + 1 || batch.previous !== head.hash || isBackward) return "batch-out-of-place";
  const isOfTheseEvents =
    batch.size === tree.size && batch.count === tree.size - head.tree.size && batch.root === rootOf(tree);
  return isOfTheseEvents ? null : "batch-of-other-events";
};

const vouchesFor = ({ batch, hash, size, root }: Checkpoint, head: LogHead): boolean =>
  batch === head.batches && hash === head.hash && size === head.tree.size && root === rootOf(head.tree);

const contradicts = ({ batch, size }: Checkpoint, why: WitnessContradicts["why"]): WitnessContradicts =>
  new WitnessContradicts({ batch, size, why });

const takeCheckpoint = async (reading: Reading, line: number, compact: string): Promise<void> => {
  const read = await readCheckpoint(compact, reading.keys);
  if (Result.isFailure(read)) return refuse(reading, line, { why: `checkpoint-${read.failure.why}` });
  const { checkpoint } = read.success;
  reading.log ??= checkpoint.log;
  if (checkpoint.log !== reading.log) return refuse(reading, line, { why: "checkpoint-of-another-log" });
  if (!vouchesFor(checkpoint, reading.head)) return refuse(reading, line, { why: "checkpoint-differs" });
  reading.checkpoints.push(read.success);
};
