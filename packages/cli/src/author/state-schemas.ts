import { readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { editorSchemas } from "@victim-rights/rules/authoring";
import * as Result from "effect/Result";
import { EXIT } from "../io/exit-code.ts";
import { type Failure, failure } from "../io/failure.ts";
import type { Io } from "../io/io.ts";
import { EVENT_PARAMS } from "../law/load-state.ts";
import { readFolder } from "../law/read-folder.ts";

/** A schema of a state: where it lies, what it should hold, and whether it does. */
export type StateSchema = { readonly file: string; readonly text: string; readonly fresh: boolean };

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

/** Makes the schemas of a state's folder and compares them with those that lie there. */
export const stateSchemas = async (io: Io, state: string): Promise<Result.Result<readonly StateSchema[], Failure>> => {
  const schemas = editorSchemas(await readFolder(resolve(io.cwd, state)), { eventParams: EVENT_PARAMS });
  if (Result.isFailure(schemas)) {
    const { problems } = schemas.failure;
    return Result.fail(
      failure(
        EXIT.badInput,
        problems.map(({ file, path, problem, fix }) => ({ where: `${join(state, file)} ${path}`, problem, fix })),
      ),
    );
  }
  return Result.succeed(
    [...schemas.success].map(([path, text]) => {
      const file = join(state, path);
      const place = resolve(io.cwd, file);
      return { file, text, fresh: isFile(place) && readFileSync(place, "utf8") === text };
    }),
  );
};
