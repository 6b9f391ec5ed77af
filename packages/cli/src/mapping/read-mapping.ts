import { dirname, isAbsolute, join } from "node:path";
import * as Result from "effect/Result";
import type { z } from "zod";
import { EXIT } from "../io/exit-code.ts";
import { type Failure, failure } from "../io/failure.ts";
import type { Io } from "../io/io.ts";
import { readJsonFile } from "../io/read-json-file.ts";
import { EventCodeFile, OffenseCodeFile } from "./code-table.ts";
import { Mapping, type Source } from "./mapping.ts";

/** Reads a mapping and the code tables it names; every problem in any of the files comes at once. */
export const readMapping = async (io: Io, path: string): Promise<Result.Result<Mapping, Failure>> => {
  const mapping = await readJsonFile(io, { path, what: "mapping", schema: Mapping });
  if (Result.isFailure(mapping)) return Result.fail(mapping.failure);
  const sources = await Promise.all(mapping.success.sources.map((source) => withCodes(io, source, dirname(path))));
  const problems = sources.filter(Result.isFailure).flatMap((outcome) => outcome.failure.problems);
  if (problems.length > 0) return Result.fail(failure(EXIT.badInput, problems));
  return Result.succeed({
    ...mapping.success,
    sources: sources.filter(Result.isSuccess).map((outcome) => outcome.success),
  });
};

/** Puts a code table that stands in a file of its own in the place of its path. */
const withCodes = async (io: Io, source: Source, folder: string): Promise<Result.Result<Source, Failure>> => {
  if (!("code" in source) || source.code === undefined || typeof source.code.codes !== "string")
    return Result.succeed(source);
  const path = isAbsolute(source.code.codes) ? source.code.codes : join(folder, source.code.codes);
  if (source.kind === "offenses") {
    const { code } = source;
    return Result.map(await readCodes(io, path, OffenseCodeFile), ({ codes }) => ({
      ...source,
      code: { ...code, codes },
    }));
  }
  const { code } = source;
  return Result.map(await readCodes(io, path, EventCodeFile), ({ codes }) => ({ ...source, code: { ...code, codes } }));
};

const readCodes = <T>(io: Io, path: string, schema: z.ZodType<T>): Promise<Result.Result<T, Failure>> =>
  readJsonFile(io, { path, what: "code table", schema });
