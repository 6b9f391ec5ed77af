import type { Reject } from "../feed/reject.ts";

/** Where problems of rows go: all to a file, the first also to the report and the terminal. */
export type RejectLog = {
  readonly add: (reject: Reject) => void;
  /** Notes rows that were read well and contradict each other. */
  readonly addContradictory: (rejects: readonly Reject[]) => void;
  readonly shown: () => readonly Reject[];
  readonly count: () => number;
  /** How many rows were found to contradict another. */
  readonly contradictoryRows: () => number;
};

/** How many rejects the report shows. */
const SHOWN = 200;

export const createRejectLog = (write: (reject: Reject) => void): RejectLog => {
  const shown: Reject[] = [];
  const contradictory = new Set<string>();
  let count = 0;
  const add = (reject: Reject): void => {
    write(reject);
    count += 1;
    if (shown.length < SHOWN) shown.push(reject);
  };
  return {
    add,
    addContradictory: (rejects) => {
      for (const reject of rejects) contradictory.add(`${reject.file}:${reject.row}`);
      for (const reject of rejects) add(reject);
    },
    shown: () => shown,
    count: () => count,
    contradictoryRows: () => contradictory.size,
  };
};
