import { LocalDate } from "@victim-rights/core";
import { compileQuestion, QuestionId, RuleId } from "@victim-rights/rules";
import { type AnalysisReport, analyzeQuestion } from "@victim-rights/rules/analysis";
import * as Result from "effect/Result";
import { z } from "zod";
import { isFault, printAnalysis } from "../analyze/print-analysis.ts";
import { readState, type StateQuestions } from "../cover/read-state.ts";
import { EXIT } from "../io/exit-code.ts";
import { type Failure, failure } from "../io/failure.ts";
import { type Io, say, sayJson } from "../io/io.ts";
import { styleFor } from "../io/style.ts";
import { oneByOne } from "../io/one-by-one.ts";
import { thenDo } from "../io/then-do.ts";
import type { AddCommand, Outcome } from "./outcome.ts";
import { readOptions } from "./read-options.ts";

const AnalyzeOptions = z.object({
  dir: z.string().min(1),
  question: QuestionId.optional(),
  asOf: LocalDate,
  enable: z.array(RuleId).default([]),
  limit: z.coerce.number().int().min(1).max(1000).default(5),
  json: z.boolean().default(false),
});
type AnalyzeOptions = z.infer<typeof AnalyzeOptions>;

/** Says what a state's rules come to over all facts: what never fires, what is hidden, where none speaks, where two contradict. */
const runAnalyze = (raw: unknown, io: Io): Promise<Outcome> =>
  thenDo(readOptions(AnalyzeOptions, raw), (options) =>
    thenDo(readState(io, options), (state) =>
      thenDo(analyzeAll(io, state, options), (reports) => {
        if (options.json) sayJson(io, { jurisdiction: state.law.id, questions: reports });
        else print(io, state, reports);
        return Result.succeed(reports.every(isSound) ? EXIT.ok : EXIT.findings);
      }),
    ),
  );

const analyzeAll = (
  io: Io,
  { law, questions }: StateQuestions,
  { asOf, enable, limit }: AnalyzeOptions,
): Promise<Result.Result<readonly AnalysisReport[], Failure>> =>
  oneByOne(io, questions, (question) =>
    Result.mapBoth(compileQuestion(law, question, { asOf, enable }), {
      onSuccess: (compiled) => analyzeQuestion(compiled, { limit }),
      onFailure: ({ message }) => failure(EXIT.usage, [{ where: null, problem: message, fix: null }]),
    }),
  );

/** What was not decided is no clean bill. */
const isSound = ({ findings }: AnalysisReport): boolean =>
  findings !== null && findings.conflicts.length === 0 && !findings.rules.some(isFault);

const print = (io: Io, { law }: StateQuestions, reports: readonly AnalysisReport[]): void => {
  say(io, styleFor(io)("bold", law.profile.name));
  for (const report of reports) {
    say(io);
    printAnalysis(io, report);
  }
};

/** Adds `analyze` to the command line. */
export const addAnalyze: AddCommand = (program, choose) =>
  void program
    .command("analyze <dir>")
    .description("say which of a state's rules never fire or are hidden, where none speaks, and where two contradict")
    .option("--as-of <date>", "the day whose law is read, YYYY-MM-DD")
    .option("--question <id>", "one question of the state")
    .option("--enable <rule...>", "turn on rules that are off by default")
    .option("--limit <n>", "how many groups of people to tell of each finding (default: 5)")
    .option("--json", "print JSON for another program")
    .action((dir: string, options: object) => choose(runAnalyze, { ...options, dir }));
