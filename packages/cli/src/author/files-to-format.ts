import { readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { isFormatted } from "@victim-rights/rules/authoring";
import * as Result from "effect/Result";
import { EXIT } from "../io/exit-code.ts";
import { type Failure, failure } from "../io/failure.ts";
import type { Io } from "../io/io.ts";
import { readStrictly } from "../io/read-strictly.ts";
import { thenDo } from "../io/then-do.ts";
import { hasProfile } from "../law/find-rules.ts";
import { readFolder } from "../law/read-folder.ts";
import { statesIn } from "./states-in.ts";

/** A file of a state's folder: where it lies, as the command line wrote it, and its path inside the folder. */
export type LawText = { readonly file: string; readonly path: string; readonly text: string };

/** Reads the files that a path names: one file, those of a state, or those of every state in a folder. */
export const filesToFormat = (io: Io, path: string): Promise<Result.Result<readonly LawText[], Failure>> => {
  const isFile = statSync(resolve(io.cwd, path), { throwIfNoEntry: false })?.isFile() ?? false;
  if (isFile) return Promise.resolve(oneFile(io, path));
  return thenDo(statesIn(io, path), async (states) =>
    Result.map(Result.all(await Promise.all(states.map((state) => filesOf(io, state)))), (files) => files.flat()),
  );
};

const filesOf = async (io: Io, state: string): Promise<Result.Result<readonly LawText[], Failure>> => {
  const files = [...(await readFolder(resolve(io.cwd, state)))]
    .filter(([path]) => isFormatted(path))
    .map(([path, text]) => ({ file: join(state, path), path, text }));
  return files.length === 0 ? noLaw(state) : Result.succeed(files);
};

const oneFile = (io: Io, file: string): Result.Result<readonly LawText[], Failure> => {
  const place = resolve(io.cwd, file);
  const state = stateAbove(dirname(place));
  const path = state === null ? "" : relative(state, place).split(sep).join("/");
  if (!isFormatted(path)) return notLaw(file);
  const read = readStrictly(file, readFileSync(place));
  return read.ok
    ? Result.succeed([{ file, path, text: read.text }])
    : Result.fail(failure(EXIT.badInput, [read.problem]));
};

const stateAbove = (folder: string): string | null => {
  if (hasProfile(folder)) return folder;
  return dirname(folder) === folder ? null : stateAbove(dirname(folder));
};

const notLaw = (where: string): Result.Result<never, Failure> => {
  const problem = "this is no file of rules, cases or lists in a state's folder";
  return Result.fail(
    failure(EXIT.badInput, [{ where, problem, fix: "name such a file, beside or below a jurisdiction.json" }]),
  );
};

const noLaw = (where: string): Result.Result<never, Failure> => {
  const problem = "no file of law can be read in this folder";
  return Result.fail(
    failure(EXIT.badInput, [{ where, problem, fix: "name a folder that holds the files themselves" }]),
  );
};
