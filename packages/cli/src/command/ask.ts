import { beginInterview, type CompiledQuestion, type Interview } from "@victim-rights/rules";
import * as Result from "effect/Result";
import { z } from "zod";
import { type HeldInterview, holdInterview } from "../ask/hold-interview.ts";
import { readFacts } from "../facts/read-facts.ts";
import { EXIT } from "../io/exit-code.ts";
import type { Failure } from "../io/failure.ts";
import { type Io, sayJson } from "../io/io.ts";
import { placeToWrite } from "../io/place-to-write.ts";
import { thenDo } from "../io/then-do.ts";
import { writePrivately } from "../io/write-privately.ts";
import { compileAsked, decideFailure } from "../law/compile-asked.ts";
import type { AddCommand, Outcome } from "./outcome.ts";
import { printDetermination } from "./print-determination.ts";
import { readOptions } from "./read-options.ts";
import { addQuestionOptions, QUESTION_OPTIONS } from "./shared-options.ts";

const AskOptions = z.object({
  ...QUESTION_OPTIONS,
  facts: z
    .string()
    .min(1)
    .refine((path) => path !== "-", "standard input holds the answers to `ask`; name a file")
    .optional(),
  transcript: z.string().min(1).optional(),
});
type AskOptions = z.infer<typeof AskOptions>;

/** Asks, one after another, only the questions whose answers still matter; the prompts go to standard error, the answer to standard output. */
const runAsk = (raw: unknown, io: Io): Promise<Outcome> =>
  thenDo(readOptions(AskOptions, raw), (options) =>
    thenDo(transcriptPlace(io, options), (place) =>
      thenDo(compileAsked(io, options), (compiled) =>
        thenDo(begin(io, compiled, options), (begun) =>
          thenDo(holdInterview(io, begun), (held) => {
            const told = tell(io, held, { compiled, json: options.json });
            if (place !== null) writePrivately(io, place, held.transcript);
            return told;
          }),
        ),
      ),
    ),
  );

const transcriptPlace = (io: Io, { transcript }: AskOptions): Result.Result<string | null, Failure> =>
  transcript === undefined ? Result.succeed(null) : placeToWrite(io, transcript);

const begin = async (
  io: Io,
  compiled: CompiledQuestion,
  { facts: path }: AskOptions,
): Promise<Result.Result<Interview, Failure>> =>
  thenDo(path === undefined ? Result.succeed({}) : readFacts(io, path), (known) =>
    Result.mapError(beginInterview(compiled, known), (error) => decideFailure(error, path ?? "the facts")),
  );

type Telling = { readonly compiled: CompiledQuestion; readonly json: boolean };

/** Prints what came of an interview; for a program also where rules contradict each other, since the record is in it. */
const tell = (io: Io, held: HeldInterview, { compiled, json }: Telling): Outcome => {
  if (json) sayJson(io, inJson(held));
  return Result.match(held.outcome, {
    onFailure: (conflict) => Result.fail(decideFailure(conflict, "the answers")),
    onSuccess: (determination) => {
      if (!json) printDetermination(io, determination, compiled.law.profile.sources);
      return Result.succeed(EXIT.ok);
    },
  });
};

const inJson = ({ outcome, transcript, facts }: HeldInterview) => ({
  determination: Result.getOrNull(outcome),
  asked: transcript.steps.map((step) => step.fact),
  facts,
  transcript,
});

/** Adds `ask` to the command line. */
export const addAsk: AddCommand = (program, choose) =>
  void addQuestionOptions(program.command("ask <question>"))
    .description("ask only what still matters, until the question is answered")
    .option("--facts <file>", "facts that are already known, as JSON")
    .option("--transcript <file>", "write the record of what was asked and answered, for its owner alone to read")
    .action((question: string, options: object) => choose(runAsk, { ...options, question }));
