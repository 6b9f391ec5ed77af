import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { Law } from "@victim-rights/rules";
import * as Result from "effect/Result";
import { EXIT } from "../io/exit-code.ts";
import { type Failure, failure } from "../io/failure.ts";
import type { Io } from "../io/io.ts";
import { thenDo } from "../io/then-do.ts";
import { hasProfile } from "../law/find-rules.ts";
import { folderAt } from "../law/folder-at.ts";
import { loadFiles, loadFolder } from "../law/load-state.ts";
import { readRef } from "../law/read-ref.ts";

/** A law with where it was read: `ref` and `commit` when that was in git. */
export type LawAt = {
  readonly law: Law;
  readonly path: string;
  readonly ref: string | null;
  readonly commit: string | null;
};

/** Reads the law in a folder on the disk, or as it was at a ref of git. */
export const lawAt = async (io: Io, text: string): Promise<Result.Result<LawAt, Failure>> => {
  const named = existsSync(resolve(io.cwd, text)) ? { path: text, ref: null } : folderAt(text);
  const { path, ref } = named;
  if (ref === null) {
    const folder = resolve(io.cwd, path);
    if (!hasProfile(folder)) return Result.fail(noState(path));
    return Result.map(await loadFolder(folder), (law) => ({ law, path, ref: null, commit: null }));
  }
  return thenDo(readRef(io, { path, ref }), (found) =>
    Result.mapError(
      Result.map(loadFiles(found.files), (law) => ({ law, path: found.path, ref: found.ref, commit: found.commit })),
      (refused) => atRef(refused, text),
    ),
  );
};

const noState = (path: string): Failure =>
  failure(EXIT.badInput, [
    {
      where: path,
      problem: "no state's folder is here",
      fix: "name a folder that holds a jurisdiction.json, or one in git as `folder@ref`",
    },
  ]);

/** Problems of files that are not on the disk say where those are. */
const atRef = ({ exit, problems }: Failure, text: string): Failure =>
  failure(
    exit,
    problems.map((problem) => ({ ...problem, where: problem.where === null ? text : `${text} ${problem.where}` })),
  );
