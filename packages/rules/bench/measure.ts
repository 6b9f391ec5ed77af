/** One way of deciding; what `run` returns is added up and printed, so that no work can be left out as unused. */
export type Contender = {
  /** How many decisions one round takes. */
  readonly rows: number;
  readonly run: (rounds: number) => number | Promise<number>;
  /** What is decided for each row: the answer and the ids of the grounds. */
  readonly told: () => readonly string[] | Promise<readonly string[]>;
};

/** How fast a contender is, and the sum of what it returned. */
export type Measured = { readonly perSecond: number; readonly checksum: number };

/** Decisions per second, after a warm-up of at least the given time, over at least twice that time. */
export const measure = async ({ rows, run }: Contender, milliseconds: number): Promise<Measured> => {
  let checksum = 0;
  let rounds = 1;
  let spent = 0;
  while (spent < milliseconds) {
    const start = clock();
    checksum += await run(rounds);
    spent = clock() - start;
    if (spent < milliseconds) rounds *= spent < milliseconds / 8 ? 4 : 2;
  }
  const start = clock();
  checksum += await run(rounds * 2);
  return { perSecond: (rounds * 2 * rows * 1000) / (clock() - start), checksum };
};

const hasThreadTime = typeof process.threadCpuUsage === "function";

/** Time this thread spent computing, where Node tells it (24 does), so that other work on the machine does not count. */
const clock = (): number => {
  if (!hasThreadTime) return performance.now();
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};

/** What the rates are measured by. */
export const clockInWords = hasThreadTime ? "processor time of the deciding thread" : "wall-clock time";
