import type { CompiledQuestion, Determination } from "@victim-rights/rules";
import * as Result from "effect/Result";
import { z } from "zod";
import { readFacts } from "../facts/read-facts.ts";
import { EXIT } from "../io/exit-code.ts";
import type { Failure } from "../io/failure.ts";
import { type Io, sayJson } from "../io/io.ts";
import { compileAsked, decideAsked } from "../law/compile-asked.ts";
import { decideByReference } from "../law/decide-by-reference.ts";
import type { Outcome } from "./outcome.ts";
import { printDetermination } from "./print-determination.ts";
import { readOptions } from "./read-options.ts";
import { QUESTION_OPTIONS } from "./shared-options.ts";

const DecideOptions = z.object({ ...QUESTION_OPTIONS, facts: z.string().min(1), engine: z.enum(["diagram", "reference"]).default("diagram") });

/** Answers one question for one set of facts. */
export const runDecide = async (raw: unknown, io: Io): Promise<Outcome> => {
  const options = readOptions(DecideOptions, raw);
  if (Result.isFailure(options)) return Result.fail(options.failure);
  const { facts: path, engine, json } = options.success;
  const compiled = await compileAsked(io, options.success);
  if (Result.isFailure(compiled)) return Result.fail(compiled.failure);
  const decided = await decideFrom(io, compiled.success, { path, engine });
  return Result.map(decided, (determination) => {
    if (json) sayJson(io, determination);
    else printDetermination(io, determination, compiled.success.law.profile.sources);
    return EXIT.ok;
  });
};

type Source = { readonly path: string; readonly engine: "diagram" | "reference" };

const decideFrom = async (io: Io, compiled: CompiledQuestion, { path, engine }: Source): Promise<Result.Result<Determination, Failure>> => {
  const facts = await readFacts(io, path);
  if (Result.isFailure(facts)) return Result.fail(facts.failure);
  return engine === "diagram" ? decideAsked(compiled, facts.success, path) : decideByReference(compiled, facts.success, path);
};
