import { QuestionId } from "@victim-rights/rules";
import { coverCases, type CoverageReport, type Tally } from "@victim-rights/rules/analysis";
import * as Result from "effect/Result";
import { z } from "zod";
import { printCoverage } from "../cover/print-coverage.ts";
import { readState, type StateQuestions } from "../cover/read-state.ts";
import { EXIT } from "../io/exit-code.ts";
import { type Failure, failure } from "../io/failure.ts";
import { type Io, say, sayJson } from "../io/io.ts";
import { oneByOne } from "../io/one-by-one.ts";
import { thenDo } from "../io/then-do.ts";
import type { AddCommand, Outcome } from "./outcome.ts";
import { readOptions } from "./read-options.ts";

const CoverOptions = z.object({
  dir: z.string().min(1),
  question: QuestionId.optional(),
  atLeast: z.coerce.number().min(0).max(100).default(0),
  json: z.boolean().default(false),
});

/** Tells what the cases of a state show of its rules, and what they do not. */
const runCover = (raw: unknown, io: Io): Promise<Outcome> =>
  thenDo(readOptions(CoverOptions, raw), (options) =>
    thenDo(readState(io, options), (state) =>
      thenDo(coverAll(io, state), (reports) => {
        if (options.json) sayJson(io, { jurisdiction: state.law.id, questions: reports });
        else print(io, state, reports);
        const { rules, tests } = sharesOf(reports);
        return Result.succeed(Math.min(rules, tests) < options.atLeast ? EXIT.findings : EXIT.ok);
      }),
    ),
  );

const coverAll = (
  io: Io,
  { law, questions }: StateQuestions,
): Promise<Result.Result<readonly CoverageReport[], Failure>> =>
  oneByOne(io, questions, (question) =>
    Result.mapError(coverCases(law, question), ({ message }) =>
      failure(EXIT.badInput, [{ where: question, problem: message, fix: null }]),
    ),
  );

/** Of the rules that can hold, how many in a hundred do in a case; of the tests that can be seen to matter, how many are. */
const sharesOf = (reports: readonly CoverageReport[]): { readonly rules: number; readonly tests: number } => ({
  rules: shareOf(reports.map(({ totals }) => totals.holds)),
  tests: shareOf(reports.map(({ totals }) => totals.conditions)),
});

const shareOf = (tallies: readonly Tally[]): number => {
  const shown = tallies.reduce((sum, tally) => sum + tally.shown, 0);
  const counted = tallies.reduce((sum, tally) => sum + tally.shown + tally.missing + tally.notDecided, 0);
  return counted === 0 ? 100 : (100 * shown) / counted;
};

const print = (io: Io, { law }: StateQuestions, reports: readonly CoverageReport[]): void => {
  for (const report of reports) {
    printCoverage(io, report);
    say(io);
  }
  const { rules, tests } = sharesOf(reports);
  say(
    io,
    `${law.profile.name}: ${rounded(rules)} of 100 rules hold in a case, ${rounded(tests)} of 100 tests seen to matter`,
  );
};

/** Rounded down, so that 100 is said only of 100. */
const rounded = (share: number): number => Math.floor(share * 10) / 10;

/** Adds `cover` to the command line. */
export const addCover: AddCommand = (program, choose) =>
  void program
    .command("cover <dir>")
    .description("tell which rules, tests and values a state's cases show, and which they do not")
    .option("--question <id>", "one question of the state")
    .option(
      "--at-least <share>",
      "how many of 100 rules must hold in a case, and of 100 tests be seen to matter; fewer exits with 1",
    )
    .option("--json", "print JSON for another program")
    .action((dir: string, options: object) => choose(runCover, { ...options, dir }));
