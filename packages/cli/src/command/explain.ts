import * as Result from "effect/Result";
import { z } from "zod";
import { readFacts } from "../facts/read-facts.ts";
import { EXIT } from "../io/exit-code.ts";
import { type Io, sayJson } from "../io/io.ts";
import { compileAsked, decideAsked } from "../law/compile-asked.ts";
import type { Outcome } from "./outcome.ts";
import { printDetermination } from "./print-determination.ts";
import { readOptions } from "./read-options.ts";
import { QUESTION_OPTIONS } from "./shared-options.ts";

const ExplainOptions = z.object({ ...QUESTION_OPTIONS, facts: z.string().min(1) });

/** Answers one question and says in words what the answer rests on. */
export const runExplain = async (raw: unknown, io: Io): Promise<Outcome> => {
  const options = readOptions(ExplainOptions, raw);
  if (Result.isFailure(options)) return Result.fail(options.failure);
  const compiled = await compileAsked(io, options.success);
  if (Result.isFailure(compiled)) return Result.fail(compiled.failure);
  const facts = await readFacts(io, options.success.facts);
  if (Result.isFailure(facts)) return Result.fail(facts.failure);
  return Result.map(decideAsked(compiled.success, facts.success, options.success.facts), (determination) => {
    if (options.success.json) sayJson(io, determination);
    else printDetermination(io, determination, compiled.success.law.profile.sources);
    return EXIT.ok;
  });
};
