import { createHash } from "node:crypto";
import type { Instant } from "@victim-rights/core";

/** What happened, step by step. Two runs are the same when their digests are. */
export type Trace = {
  readonly write: (who: string, what: string) => void;
  readonly steps: () => number;
  /** The last lines, the oldest first. */
  readonly tail: () => readonly string[];
  readonly digest: () => string;
};

const KEPT = 400;

/** Opens a trace. `show` is given each line as it comes. */
export const traceOf = (now: () => Instant, show: ((line: string) => void) | null): Trace => {
  const hash = createHash("sha256");
  const lines: string[] = [];
  let steps = 0;
  return {
    write: (who, what) => {
      const line = `${now()} ${who.padEnd(10)} ${what}`;
      hash.update(line);
      hash.update("\n");
      steps += 1;
      lines.push(line);
      if (lines.length > 2 * KEPT) lines.splice(0, KEPT);
      show?.(line);
    },
    steps: () => steps,
    tail: () => lines.slice(-KEPT),
    digest: () => hash.copy().digest("hex"),
  };
};
