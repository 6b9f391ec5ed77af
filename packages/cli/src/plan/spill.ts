import { appendFileSync, existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

export type SpillOptions = {
  /** A folder that only this run writes to. */
  readonly dir: string;
  readonly name: string;
  readonly buckets: number;
  /** How many characters may wait in memory before they go to disk. */
  readonly memory: number;
};

/**
 * Lines parted by their key into buckets: all lines of one key are in one bucket. What does not fit in memory waits in one
 * temporary file a bucket, so that memory holds one bucket at a time however many lines there are.
 */
export type Spill = {
  readonly add: (key: string, line: string) => void;
  /** Each bucket's lines once, in an order that depends on the keys alone; within a bucket in the order they were added. */
  readonly drain: () => Generator<readonly string[]>;
  readonly spilledFiles: () => number;
};

export const createSpill = ({ dir, name, buckets, memory }: SpillOptions): Spill => {
  const waiting: string[][] = Array.from({ length: buckets }, () => []);
  const files = new Set<number>();
  let held = 0;
  const pathOf = (bucket: number): string => join(dir, `${name}-${bucket}.lines`);
  const flush = (): void => {
    for (const [bucket, lines] of waiting.entries()) {
      if (lines.length > 0) appendFileSync(pathOf(bucket), `${lines.join("\n")}\n`, { mode: 0o600 });
      if (lines.length > 0) files.add(bucket);
      waiting[bucket] = [];
    }
    held = 0;
  };
  const take = (bucket: number): readonly string[] => {
    const path = pathOf(bucket);
    const stored = existsSync(path) ? readFileSync(path, "utf8").split("\n").slice(0, -1) : [];
    if (stored.length > 0) rmSync(path);
    const lines = [...stored, ...(waiting[bucket] ?? [])];
    waiting[bucket] = [];
    return lines;
  };
  return {
    add: (key, line) => {
      waiting[bucketOf(key, buckets)]?.push(line);
      held += line.length;
      if (held >= memory) flush();
    },
    drain: function* () {
      for (let bucket = 0; bucket < buckets; bucket += 1) yield take(bucket);
    },
    spilledFiles: () => files.size,
  };
};

/** FNV-1a: the same key always falls into the same bucket, on every machine. */
export const bucketOf = (key: string, buckets: number): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at += 1) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  return (hash >>> 0) % buckets;
};
