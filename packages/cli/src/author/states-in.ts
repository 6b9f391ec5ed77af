import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import * as Result from "effect/Result";
import { EXIT } from "../io/exit-code.ts";
import { type Failure, failure } from "../io/failure.ts";
import type { Io } from "../io/io.ts";
import { hasProfile } from "../law/find-rules.ts";

/** The state folders that a path names: itself, or the folders of states in it, as the path was written. */
export const statesIn = (io: Io, dir: string): Result.Result<readonly string[], Failure> => {
  const folder = resolve(io.cwd, dir);
  if (hasProfile(folder)) return Result.succeed([dir]);
  const names = existsSync(folder) ? readdirSync(folder).toSorted() : [];
  const states = names.filter((name) => hasProfile(join(folder, name)));
  return states.length === 0 ? Result.fail(noState(dir)) : Result.succeed(states.map((name) => join(dir, name)));
};

const noState = (dir: string): Failure =>
  failure(EXIT.badInput, [
    {
      where: dir,
      problem: "no state's folder is here",
      fix: "name a folder that holds a jurisdiction.json, or a folder of such folders",
    },
  ]);
