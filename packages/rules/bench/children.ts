import { execFile, execFileSync } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Told } from "./contender.ts";
import { type EntryName, LINE_UP } from "./line-up.ts";
import type { Measured } from "./measure.ts";
import type { SubjectName } from "./subject.ts";

/** A contender on a subject. */
export type Place = { readonly name: EntryName; readonly subject: SubjectName };

const CONTENDER = join(import.meta.dirname, "contender.ts");

const argumentsFor = ({ name, subject }: Place, mode: "told" | "timed"): readonly string[] => [
  ...LINE_UP[name].flags,
  CONTENDER,
  name,
  subject,
  mode,
];

/** What a contender decides for the hot rows, in a process of its own; several may run at once. */
export const toldBy = async (place: Place): Promise<Told> => {
  const { stdout } = await promisify(execFile)(process.execPath, argumentsFor(place, "told"));
  return JSON.parse(stdout) as Told;
};

/** Decisions per second by place: one process at a time, all contenders in turn, several times; the better rate of each. */
export const timed = (
  places: readonly Place[],
  rounds: Readonly<Record<"hot" | "bulk", number>>,
): readonly number[] => {
  const rates = places.map(() => 0);
  for (let round = 0; round < rounds.hot; round += 1) {
    for (const [index, place] of places.entries())
      if (round < rounds[LINE_UP[place.name].rows]) rates[index] = Math.max(rates[index] ?? 0, rateOf(place));
  }
  return rates;
};

const rateOf = (place: Place): number => {
  const printed = execFileSync(process.execPath, argumentsFor(place, "timed"), { encoding: "utf8" });
  return (JSON.parse(printed) as Measured).perSecond;
};
