import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { type PackManifest, packManifest } from "@victim-rights/rules/pack";
import * as Result from "effect/Result";
import { z } from "zod";
import { EXIT } from "../io/exit-code.ts";
import { type Failure, failure } from "../io/failure.ts";
import type { Io } from "../io/io.ts";
import { hasProfile } from "../law/find-rules.ts";
import { readFolder } from "../law/read-folder.ts";

/** Finds the state folder that a command names. */
export const packFolder = (io: Io, dir: string): Result.Result<string, Failure> => {
  const folder = resolve(io.cwd, dir);
  return hasProfile(folder)
    ? Result.succeed(folder)
    : refuse(dir, "no state's folder is here", "name a folder that holds a jurisdiction.json");
};

/** Lists a state folder's files with their hashes, under the version that its package.json states. */
export const manifestOf = async (folder: string): Promise<Result.Result<PackManifest, Failure>> => {
  const manifest = packManifest(await readFolder(folder), await versionOf(folder));
  return Result.isFailure(manifest)
    ? refuse(folder, manifest.failure.message, "run `victim-rights check` on it")
    : Result.succeed(manifest.success);
};

const refuse = (where: string, problem: string, fix: string): Result.Result<never, Failure> =>
  Result.fail(failure(EXIT.badInput, [{ where, problem, fix }]));

const Package = z.object({ version: z.string().min(1) });

/** A folder need not be a package: one without a version, or with none that can be read, is signed without. */
const versionOf = async (folder: string): Promise<string | null> => {
  const version = await readFile(join(folder, "package.json"), "utf8")
    .then((text) => Package.parse(JSON.parse(text)).version)
    .catch(() => null);
  return version;
};
