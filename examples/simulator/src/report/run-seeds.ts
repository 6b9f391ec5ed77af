import { DAY } from "../engine/span.ts";
import { NO_PLANTS, PLANTED } from "../planted/plants.ts";
import { simulateByDays, type SimulationReport } from "../simulate.ts";
import type { Flags } from "./read-flags.ts";
import { type Course, replayCommand } from "./replay-command.ts";
import { shrink, type Shrunk } from "./shrink.ts";

/** What a run is given from outside. */
export type Around = {
  readonly print: (line: string) => void;
  /** Milliseconds of processor time that were used so far. */
  readonly processorTime: () => number;
  readonly isInterrupted: () => boolean;
  /** Lets the outside world have its say; asked after each simulated day. */
  readonly breathe: () => Promise<void>;
};

const YEAR = 365 * DAY;
const SHOWN = 40;

/** Simulates one seed after the other until it is enough, one fails, or somebody interrupts it. Answers with the exit code. */
export const runSeeds = async (flags: Flags, around: Around): Promise<number> => {
  const { print } = around;
  const begun = around.processorTime();
  const tally: Tally = { runs: 0, milliseconds: 0, checked: new Map() };
  const used = (): number => around.processorTime() - begun;
  print(`seed ${flags.seed}`);
  while (!isDone(flags, tally)) {
    const course: Course = { ...flags, seed: flags.seed + tally.runs };
    const report = await follow(course, around, flags.trace);
    if (report === null) return interrupted(course, tally, { print, used });
    if (report.violation !== null) return fail(course, report, around);
    add(report, tally);
    if (tally.runs % 10 === 0) print(`${tally.runs} simulations so far, ${speed(tally.milliseconds, used())}`);
    if (flags.runs === 1) print(`digest of the trace ${report.digest}, ${report.steps} steps`);
  }
  printTally(flags, tally, print);
  print(speed(tally.milliseconds, used()));
  return 0;
};

const add = ({ simulatedMilliseconds, checked }: SimulationReport, tally: Tally): void => {
  tally.runs += 1;
  tally.milliseconds += simulatedMilliseconds;
  for (const [name, count] of checked) tally.checked.set(name, (tally.checked.get(name) ?? 0) + count);
};

const printTally = ({ seed }: Flags, { runs, checked }: Tally, print: (line: string) => void): void => {
  const last = seed + runs - 1;
  print(`${runs} ${runs === 1 ? "simulation" : "simulations"}, seeds ${seed} to ${last}: no promise was broken`);
  for (const [name, count] of checked) print(`  ${name.padEnd(26)} looked ${count} times`);
};

type Tally = { runs: number; milliseconds: number; readonly checked: Map<string, number> };

const isDone = ({ runs, years }: Flags, tally: Tally): boolean =>
  years === null ? tally.runs >= (runs ?? 1) : tally.milliseconds >= years * YEAR;

/** Takes a course day by day, so that whoever interrupts it is heard; `null` then. */
const follow = async (
  { seed, days, kinds, plant }: Course,
  { print, isInterrupted, breathe }: Around,
  isShown: boolean,
): Promise<SimulationReport | null> => {
  const plants = plant === null ? NO_PLANTS : PLANTED[plant];
  const course = simulateByDays({ seed, days, kinds, plants, ...(isShown ? { show: print } : {}) });
  for (;;) {
    const day = course.next();
    if (day.done === true) return day.value;
    await breathe();
    if (isInterrupted()) return null;
  }
};

const interrupted = (
  { seed }: Course,
  { runs, milliseconds }: Tally,
  { print, used }: { readonly print: (line: string) => void; readonly used: () => number },
): number => {
  print(`interrupted in seed ${seed}; before it ${runs} simulations ended, and no promise was broken`);
  print(speed(milliseconds, used()));
  return INTERRUPTED;
};

const INTERRUPTED = 130;

const speed = (simulated: number, used: number): string => {
  const years = simulated / YEAR;
  return `${years.toFixed(2)} simulated years, ${((years * 60_000) / Math.max(1, used)).toFixed(1)} in a minute of processor time`;
};

const fail = async (course: Course, report: SimulationReport, around: Around): Promise<number> => {
  const { print } = around;
  print("");
  printFailure({ course, report, tried: 0 }, print);
  const shrunk = await shrink(course, report, (shorter) => follow(shorter, around, false));
  if (shrunk.course !== course) {
    print("");
    print(`the same promise is broken with fewer faults, found in ${shrunk.tried} tries:`);
    printFailure(shrunk, print);
  }
  return 1;
};

const printFailure = ({ course, report }: Shrunk, print: (line: string) => void): void => {
  const { violation, tail } = report;
  print(`${violation?.checker ?? ""} was broken at ${violation?.at ?? ""}: ${violation?.detail ?? ""}`);
  print("the last steps:");
  for (const line of tail.slice(-SHOWN)) print(`  ${line}`);
  print(`replay: ${replayCommand(course)}`);
};
