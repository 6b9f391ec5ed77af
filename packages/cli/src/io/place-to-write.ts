import { accessSync, constants, statSync } from "node:fs";
import { dirname, join, resolve, sep } from "node:path";
import * as Result from "effect/Result";
import { EXIT } from "./exit-code.ts";
import { type Failure, failure, type Problem } from "./failure.ts";
import type { Io } from "./io.ts";

/** Refuses a place where no file can be written, so that nobody works for a file that cannot be. */
export const placeToWrite = (io: Io, path: string): Result.Result<string, Failure> => {
  const refusal = refusalAt(resolve(io.cwd, path));
  return refusal === null ? Result.succeed(path) : Result.fail(failure(EXIT.badInput, [{ where: path, ...refusal }]));
};

type Refusal = Omit<Problem, "where">;

const A_FOLDER: Refusal = { problem: "a folder stands where a file should be", fix: "name a file" };

const refusalAt = (place: string): Refusal | null => {
  try {
    // The separator at the end asks for a folder.
    accessSync(join(dirname(place), sep), constants.W_OK | constants.X_OK);
  } catch (error) {
    return refusalFor(error);
  }
  return statSync(place, { throwIfNoEntry: false })?.isDirectory() === true ? A_FOLDER : null;
};

const refusalFor = (error: unknown): Refusal => {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const problem = PROBLEMS[code] ?? "nothing can be written there";
  return { problem, fix: code === "ENOENT" ? "make the folder, or name another place" : "name another place" };
};

const PROBLEMS: Readonly<Record<string, string>> = {
  ENOENT: "the folder is missing",
  ENOTDIR: "a part of the path is a file and not a folder",
  EACCES: "permission to write there was denied",
  EROFS: "the disk cannot be written to",
};
