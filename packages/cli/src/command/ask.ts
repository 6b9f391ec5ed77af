import { createInterface } from "node:readline";
import {
  answerNext,
  beginInterview,
  concludeInterview,
  type ConcludedInterview,
  type FactDefinition,
  type Interview,
} from "@victim-rights/rules";
import * as Result from "effect/Result";
import { z } from "zod";
import { hintFor, readAnswer } from "../facts/read-answer.ts";
import { readFacts } from "../facts/read-facts.ts";
import { EXIT } from "../io/exit-code.ts";
import type { Failure } from "../io/failure.ts";
import { type Io, sayJson } from "../io/io.ts";
import { styleFor } from "../io/style.ts";
import { thenDo } from "../io/then-do.ts";
import { writePrivately } from "../io/write-privately.ts";
import { compileAsked, decideFailure } from "../law/compile-asked.ts";
import type { AddCommand, Outcome } from "./outcome.ts";
import { printDetermination } from "./print-determination.ts";
import { readOptions } from "./read-options.ts";
import { addQuestionOptions, QUESTION_OPTIONS } from "./shared-options.ts";

const AskOptions = z.object({
  ...QUESTION_OPTIONS,
  facts: z.string().min(1).optional(),
  transcript: z.string().min(1).optional(),
});

/** Asks, one after another, only the questions whose answers still matter; the prompts go to standard error, the answer to standard output. */
const runAsk = (raw: unknown, io: Io): Promise<Outcome> =>
  thenDo(readOptions(AskOptions, raw), (options) =>
    thenDo(compileAsked(io, options), async (compiled) => {
      const known = options.facts === undefined ? Result.succeed({}) : await readFacts(io, options.facts);
      if (Result.isFailure(known)) return Result.fail(known.failure);
      const begun = beginInterview(compiled, known.success);
      if (Result.isFailure(begun)) return Result.fail(decideFailure(begun.failure, options.facts ?? "the facts"));
      return Result.map(await hold(io, begun.success), (concluded) => {
        if (options.transcript !== undefined) writePrivately(io, options.transcript, concluded.transcript);
        if (options.json) sayJson(io, inJson(concluded));
        else printDetermination(io, concluded.determination, compiled.law.profile.sources);
        return EXIT.ok;
      });
    }),
  );

const inJson = ({ determination, transcript, facts }: Held) => ({
  determination,
  asked: transcript.steps.map((step) => step.fact),
  facts,
  transcript,
});

type Held = ConcludedInterview & { readonly facts: Interview["facts"] };

const hold = async (io: Io, begun: Interview): Promise<Result.Result<Held, Failure>> => {
  const answers = answersFrom(io);
  let interview = begun;
  greet(io);
  try {
    for (;;) {
      const fact = interview.compiled.law.vocabulary.get(interview.next?.fact ?? "");
      const answer = fact === undefined ? null : await ask(io, fact, answers);
      if (answer === null) break;
      const answered = answerNext(interview, answer);
      if (Result.isFailure(answered)) return Result.fail(decideFailure(answered.failure, "the answers"));
      interview = answered.success;
    }
  } finally {
    answers.close();
  }
  const concluded = Result.mapError(concludeInterview(interview), (error) => decideFailure(error, "the answers"));
  return Result.map(concluded, (all) => ({ ...all, facts: interview.facts }));
};

const greet = (io: Io): void => {
  io.err("Answer each question. Type `not known` when nobody can say, `skip` to leave it open; Ctrl-D ends.\n");
};

type Answers = { readonly next: () => Promise<string | null>; readonly close: () => void };

const answersFrom = (io: Io): Answers => {
  const lines = createInterface({ input: io.stdin, crlfDelay: Number.POSITIVE_INFINITY, terminal: false });
  const iterator = lines[Symbol.asyncIterator]();
  const stop = () => lines.close();
  io.signal.addEventListener("abort", stop, { once: true });
  return {
    next: async () => {
      const { value, done } = await iterator.next();
      io.signal.throwIfAborted();
      return done === true ? null : value;
    },
    close: stop,
  };
};

type Given = Exclude<ReturnType<typeof readAnswer>, { kind: "refused" }>;

/** Puts one question until it is answered; `null` when the answers end. */
const ask = async (io: Io, fact: FactDefinition, answers: Answers): Promise<Given | null> => {
  const style = styleFor(io, "stderr");
  io.err(
    `\n${style("bold", fact.question)}${fact.sensitive ? style("dim", "  (you may skip this)") : ""}\n${style("dim", hintFor(fact))}\n> `,
  );
  for (;;) {
    const text = await answers.next();
    if (text === null) return null;
    const read = readAnswer(text, fact);
    if (read.kind !== "refused") return read;
    io.err(`write ${read.hint}\n> `);
  }
};

/** Adds `ask` to the command line. */
export const addAsk: AddCommand = (program, choose) =>
  void addQuestionOptions(program.command("ask <question>"))
    .description("ask only what still matters, until the question is answered")
    .option("--facts <file>", "facts that are already known, as JSON")
    .option("--transcript <file>", "write the record of what was asked and answered, for its owner alone to read")
    .action((question: string, options: object) => choose(runAsk, { ...options, question }));
