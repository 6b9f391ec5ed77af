import { type CompiledQuestion, explain, explainInWords, type Explanation, type Facts } from "@victim-rights/rules";
import * as Result from "effect/Result";
import { z } from "zod";
import { readFacts } from "../facts/read-facts.ts";
import { EXIT } from "../io/exit-code.ts";
import type { Failure } from "../io/failure.ts";
import { type Io, say, sayJson } from "../io/io.ts";
import { thenDo } from "../io/then-do.ts";
import { wrap } from "../io/wrap.ts";
import { compileAsked, decideFailure } from "../law/compile-asked.ts";
import type { AddCommand, Outcome } from "./outcome.ts";
import { readOptions } from "./read-options.ts";
import { addQuestionOptions, QUESTION_OPTIONS } from "./shared-options.ts";

const ExplainOptions = z.object({ ...QUESTION_OPTIONS, facts: z.string().min(1) });

/** Answers one question and says in words what the answer rests on, what stood in the way, and what would change it. */
const runExplain = (raw: unknown, io: Io): Promise<Outcome> =>
  thenDo(readOptions(ExplainOptions, raw), (options) =>
    thenDo(compileAsked(io, options), (compiled) =>
      thenDo(readFacts(io, options.facts), (facts) =>
        Result.map(explained(compiled, facts, options.facts), (explanation) => {
          const words = explainInWords(explanation, compiled.law);
          if (options.json) sayJson(io, { ...explanation, words });
          else for (const line of words.flatMap(wrap)) say(io, line);
          return EXIT.ok;
        }),
      ),
    ),
  );

const explained = (compiled: CompiledQuestion, facts: Facts, where: string): Result.Result<Explanation, Failure> =>
  Result.mapError(explain(compiled, facts), (error) => decideFailure(error, where));

/** Adds `explain` to the command line. */
export const addExplain: AddCommand = (program, choose) =>
  void addQuestionOptions(program.command("explain <question>"))
    .description("answer a question and say why, in words")
    .option("--facts <file>", "the facts as JSON; `-` reads standard input")
    .action((question: string, options: object) => choose(runExplain, { ...options, question }));
