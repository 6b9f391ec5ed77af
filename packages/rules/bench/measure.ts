/** One way of deciding; what it returns is added up, so that no work can be left out as unused. */
export type Contender = {
  readonly name: string;
  readonly decideAll: (rounds: number) => number | Promise<number>;
  readonly perRound: number;
};

/** Decisions per second: the median over interleaved rounds, so that a busy moment of the machine falls on all alike. */
export const measure = async (
  contenders: readonly Contender[],
  options: { readonly rounds: number; readonly milliseconds: number },
): Promise<readonly number[]> => {
  const sizes: number[] = [];
  for (const contender of contenders) sizes.push(await roundsToFill(contender, options.milliseconds));
  const rates: number[][] = contenders.map(() => []);
  for (let round = 0; round < options.rounds; round += 1) {
    for (const [place, contender] of contenders.entries())
      rates[place]?.push(await rateOf(contender, sizes[place] ?? 1));
  }
  return rates.map(median);
};

let checksum = 0;

/** What all contenders' results add up to; printing it keeps the work alive. */
export const totalOfResults = (): number => checksum;

const rateOf = async (contender: Contender, rounds: number): Promise<number> => {
  const start = milliseconds();
  checksum += await contender.decideAll(rounds);
  return (rounds * contender.perRound * 1000) / (milliseconds() - start);
};

/** Time this thread spent computing, where Node tells it (24 does), so that other work on the machine does not count. */
const milliseconds = (): number => {
  if (!clock.isThreadTime) return performance.now();
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};

const clock = { isThreadTime: typeof process.threadCpuUsage === "function" };

/** What the rates are measured by. */
export const clockInWords = (): string =>
  clock.isThreadTime ? "processor time of the deciding thread" : "wall-clock time";

/** Warms a contender up and finds how often it goes through its inputs in the given time. */
const roundsToFill = async (contender: Contender, target: number): Promise<number> => {
  let rounds = 1;
  for (;;) {
    const start = milliseconds();
    checksum += await contender.decideAll(rounds);
    if (milliseconds() - start >= target) return rounds;
    rounds *= 2;
  }
};

const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
};
