import { randomBytes } from "node:crypto";
import { closeSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { refused } from "./refused.ts";
import { systemProblem } from "./system-problem.ts";

/**
 * Writes a text whole beside its place and gives the path to move from. The name cannot be foreseen and the file is always
 * a new one, so that nothing which somebody left or planted there decides who may read it.
 */
export const writeBeside = (place: string, text: string, mode = 0o666): string => {
  const beside = join(dirname(place), `.${randomBytes(12).toString("hex")}.part`);
  const file = openNew(place, beside, mode);
  try {
    writeFileSync(file, text);
    return beside;
  } catch (error) {
    rmSync(beside, { force: true });
    throw toldOf(place, error);
  } finally {
    closeSync(file);
  }
};

const openNew = (place: string, beside: string, mode: number): number => {
  try {
    return openSync(beside, "wx", mode);
  } catch (error) {
    throw toldOf(place, error);
  }
};

/** Moves files, by the place of each, from where they were written. One that cannot be moved is told with those that were. */
export const moveToPlaces = (unfinished: ReadonlyMap<string, string>): void => {
  const written: string[] = [];
  for (const [place, beside] of unfinished) {
    try {
      renameSync(beside, place);
    } catch (error) {
      throw toldOf(place, error, written);
    }
    written.push(place);
  }
};

/** A person knows the place, and not the name that the file had beside it. */
const toldOf = (place: string, error: unknown, written: readonly string[] = []): unknown => {
  const problem = systemProblem(error);
  if (problem === null) return error;
  const fix = written.length === 0 ? "nothing was written" : `written before it: ${written.join(", ")}`;
  return refused([{ ...problem, where: place, fix }]);
};
