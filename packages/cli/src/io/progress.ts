import process from "node:process";
import { Presets, SingleBar } from "cli-progress";
import type { Io } from "./io.ts";

/** Tells a person at a terminal how far the reading has come; says nothing where nobody watches. */
export type Progress = {
  readonly onBytes: (count: number) => void;
  readonly stage: (name: string) => void;
  readonly stop: () => void;
};

/** Input below this is read before a bar could be seen. */
const WORTH_SHOWING = 4 * 1024 * 1024;

export const createProgress = (io: Io, totalBytes: number): Progress => {
  if (!io.isTerminal.stderr || totalBytes < WORTH_SHOWING)
    return { onBytes: () => {}, stage: () => {}, stop: () => {} };
  const bar = new SingleBar(
    {
      format: "{stage} {bar} {percentage}%  {read} of {size} MB",
      stream: process.stderr,
      hideCursor: true,
      clearOnComplete: true,
      stopOnComplete: false,
    },
    Presets.shades_classic,
  );
  const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(1);
  let read = 0;
  bar.start(totalBytes, 0, { stage: "reading", read: "0.0", size: megabytes(totalBytes) });
  return {
    onBytes: (count) => {
      read += count;
      bar.update(Math.min(read, totalBytes), { read: megabytes(read) });
    },
    stage: (stage) => bar.update({ stage }),
    stop: () => bar.stop(),
  };
};
