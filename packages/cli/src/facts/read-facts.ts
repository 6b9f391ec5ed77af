import { type Facts, factsFromStated, StatedFact } from "@victim-rights/rules";
import * as Result from "effect/Result";
import { z } from "zod";
import type { Failure } from "../io/failure.ts";
import type { Io } from "../io/io.ts";
import { readJsonFile } from "../io/read-json-file.ts";

const FactsFile = z.record(z.string(), StatedFact);

/** Reads a facts file: a value, `null` for not asked, `{ "uncertain": true }` for asked and not known. */
export const readFacts = async (io: Io, path: string): Promise<Result.Result<Facts, Failure>> =>
  Result.map(await readJsonFile(io, { path, what: "facts file", schema: FactsFile }), factsFromStated);
