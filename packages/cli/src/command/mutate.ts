import { QuestionId, RuleId } from "@victim-rights/rules";
import { casesToWrite, mutateCases, type MutationReport } from "@victim-rights/rules/analysis";
import * as Result from "effect/Result";
import { z } from "zod";
import { readState, type StateQuestions } from "../cover/read-state.ts";
import { EXIT } from "../io/exit-code.ts";
import { type Failure, failure } from "../io/failure.ts";
import { type Io, say, sayJson } from "../io/io.ts";
import { oneByOne } from "../io/one-by-one.ts";
import { thenDo } from "../io/then-do.ts";
import { FOLDER_EVENT_PARAMS } from "../law/load-state.ts";
import { printMutation, scoreInWords } from "../mutate/print-mutation.ts";
import { totalScore } from "../mutate/total-score.ts";
import type { AddCommand, Outcome } from "./outcome.ts";
import { readOptions } from "./read-options.ts";

const MutateOptions = z.object({
  dir: z.string().min(1),
  question: QuestionId.optional(),
  rule: RuleId.optional(),
  atLeast: z.coerce.number().min(0).max(100).default(0),
  cases: z.boolean().default(false),
  json: z.boolean().default(false),
});
type MutateOptions = z.infer<typeof MutateOptions>;

/** Changes the rules of a state in every small way, and tells which changes its cases do not notice. */
const runMutate = (raw: unknown, io: Io): Promise<Outcome> =>
  thenDo(readOptions(MutateOptions, raw), (options) =>
    thenDo(readState(io, options), (state) =>
      thenDo(mutateAll(io, state, options), (reports) => {
        const score = totalScore(reports);
        if (options.cases) sayJson(io, reports.map(casesToWrite));
        else if (options.json) sayJson(io, { jurisdiction: state.law.id, score, questions: reports });
        else print(io, state, reports);
        return Result.succeed(score < options.atLeast ? EXIT.findings : EXIT.ok);
      }),
    ),
  );

const mutateAll = (
  io: Io,
  { law, questions }: StateQuestions,
  { rule }: MutateOptions,
): Promise<Result.Result<readonly MutationReport[], Failure>> => {
  const chosen = questions.filter((id) => rule === undefined || hasRule(law, id, rule));
  if (rule !== undefined && chosen.length === 0) return Promise.resolve(Result.fail(noRule(rule)));
  const only = rule === undefined ? {} : { rule };
  return oneByOne(io, chosen, (question) =>
    Result.mapError(
      mutateCases(law, question, { ...only, eventParams: FOLDER_EVENT_PARAMS, onRule: progressOf(io, question) }),
      ({ message }) => failure(EXIT.badInput, [{ where: question, problem: message, fix: null }]),
    ),
  );
};

const hasRule = (law: StateQuestions["law"], question: QuestionId, rule: RuleId): boolean =>
  law.questions.get(question)?.file.rules.some(({ id }) => id === rule) ?? false;

const noRule = (rule: RuleId): Failure =>
  failure(EXIT.usage, [
    {
      where: "--rule",
      problem: `no rule \`${rule}\` among these questions`,
      fix: "write the id of one of their rules",
    },
  ]);

/** One line that is written over, for a person at a terminal. */
const progressOf =
  (io: Io, question: QuestionId) =>
  (_rule: RuleId, place: number, of: number): void => {
    if (io.isTerminal.stderr) io.err(`\r${question}: rule ${place + 1} of ${of}${place + 1 === of ? "\n" : ""}`);
  };

const print = (io: Io, { law }: StateQuestions, reports: readonly MutationReport[]): void => {
  for (const report of reports) {
    printMutation(io, report);
    say(io);
  }
  say(io, `${law.profile.name}: ${scoreInWords(totalScore(reports))}`);
};

/** Adds `mutate` to the command line. */
export const addMutate: AddCommand = (program, choose) =>
  void program
    .command("mutate <dir>")
    .description("change a state's rules in every small way, and tell which changes its cases do not notice")
    .option("--question <id>", "one question of the state")
    .option("--rule <id>", "one rule, in each of its versions")
    .option("--at-least <score>", "how many of 100 changes must be noticed; fewer exits with 1")
    .option("--cases", "print, as JSON, cases to edit that would notice what goes unnoticed")
    .option("--json", "print JSON for another program")
    .action((dir: string, options: object) => choose(runMutate, { ...options, dir }));
