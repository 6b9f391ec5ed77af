import { createInterface } from "node:readline";
import {
  type CompiledQuestion,
  type Determination,
  type FactDefinition,
  type Facts,
  UNCERTAIN,
} from "@victim-rights/rules";
import * as Result from "effect/Result";
import { z } from "zod";
import { hintFor, readAnswer } from "../facts/read-answer.ts";
import { readFacts } from "../facts/read-facts.ts";
import { EXIT } from "../io/exit-code.ts";
import type { Failure } from "../io/failure.ts";
import { type Io, sayJson } from "../io/io.ts";
import { styleFor } from "../io/style.ts";
import { compileAsked, decideAsked } from "../law/compile-asked.ts";
import { nextFact } from "../law/next-fact.ts";
import type { AddCommand, Outcome } from "./outcome.ts";
import { printDetermination } from "./print-determination.ts";
import { readOptions } from "./read-options.ts";
import { addQuestionOptions, QUESTION_OPTIONS } from "./shared-options.ts";

const AskOptions = z.object({ ...QUESTION_OPTIONS, facts: z.string().min(1).optional() });

/** Asks, one after another, only the questions whose answers still matter; the prompts go to standard error, the answer to standard output. */
const runAsk = async (raw: unknown, io: Io): Promise<Outcome> => {
  const options = readOptions(AskOptions, raw);
  if (Result.isFailure(options)) return Result.fail(options.failure);
  const compiled = await compileAsked(io, options.success);
  if (Result.isFailure(compiled)) return Result.fail(compiled.failure);
  const { facts: path, json } = options.success;
  const known = path === undefined ? Result.succeed({}) : await readFacts(io, path);
  if (Result.isFailure(known)) return Result.fail(known.failure);
  const interview = await hold(io, compiled.success, known.success);
  return Result.map(interview, ({ determination, asked, facts }) => {
    if (json) sayJson(io, { determination, asked, facts });
    else printDetermination(io, determination, compiled.success.law.profile.sources);
    return EXIT.ok;
  });
};

type Interview = { readonly determination: Determination; readonly asked: readonly string[]; readonly facts: Facts };

const hold = async (io: Io, compiled: CompiledQuestion, known: Facts): Promise<Result.Result<Interview, Failure>> => {
  const answers = answersFrom(io);
  const asked: string[] = [];
  let facts = known;
  const skipped: Record<string, typeof UNCERTAIN> = {};
  greet(io);
  try {
    for (;;) {
      const next = nextFact(compiled, { ...facts, ...skipped });
      const answer = next === null ? null : await ask(io, next, answers);
      if (next === null || answer === null) break;
      asked.push(next.name);
      if (answer.kind === "skip") skipped[next.name] = UNCERTAIN;
      else facts = { ...facts, [next.name]: answer.value };
    }
  } finally {
    answers.close();
  }
  return Result.map(decideAsked(compiled, facts, "the answers"), (determination) => ({ determination, asked, facts }));
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
    .action((question: string, options: object) => choose(runAsk, { ...options, question }));
