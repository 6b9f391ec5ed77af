import { join, resolve } from "node:path";
import { readdirSync, existsSync } from "node:fs";
import { type CaseOutcome, coverage, type Law, type RowCoverage, runCases } from "@victim-rights/rules";
import * as Result from "effect/Result";
import { z } from "zod";
import { EXIT } from "../io/exit-code.ts";
import { type Failure, failure, formatProblem } from "../io/failure.ts";
import { type Io, say, sayJson } from "../io/io.ts";
import { styleFor } from "../io/style.ts";
import { type ConflictReport, conflictsIn } from "../law/conflicts-in.ts";
import { hasProfile } from "../law/find-rules.ts";
import { loadFolder } from "../law/load-state.ts";
import { printCoverage } from "./coverage-table.ts";
import type { AddCommand, Outcome } from "./outcome.ts";
import { readOptions } from "./read-options.ts";

const CheckOptions = z.object({
  dir: z.string().min(1),
  coverage: z.boolean().default(false),
  json: z.boolean().default(false),
});

/** Checks a state's folder, or every state in a folder of states: files, cases and, when asked, the account of every row of law. */
const runCheck = async (raw: unknown, io: Io): Promise<Outcome> => {
  const options = readOptions(CheckOptions, raw);
  if (Result.isFailure(options)) return Result.fail(options.failure);
  const { dir, json } = options.success;
  const folders = statesIn(resolve(io.cwd, dir));
  if (folders.length === 0) return Result.fail(noState(dir));
  const reports = await Promise.all(folders.map(reportOn));
  const shown = reports.map((report) => (options.success.coverage ? report : { ...report, rows: null }));
  if (json) sayJson(io, { states: shown });
  else for (const report of shown) printReport(io, report);
  return Result.succeed(reports.every(isSound) ? EXIT.ok : EXIT.findings);
};

const statesIn = (dir: string): readonly string[] => {
  if (hasProfile(dir)) return [dir];
  return existsSync(dir)
    ? readdirSync(dir)
        .sort()
        .map((name) => join(dir, name))
        .filter(hasProfile)
    : [];
};

const noState = (dir: string): Failure =>
  failure(EXIT.badInput, [
    {
      where: dir,
      problem: "no state's folder is here",
      fix: "name a folder that holds a jurisdiction.json, or a folder of such folders",
    },
  ]);

type StateReport = {
  readonly folder: string;
  readonly state: string | null;
  readonly problems: Failure["problems"] | readonly [];
  readonly rules: number;
  readonly cases: readonly CaseOutcome[];
  readonly conflicts: readonly ConflictReport[];
  readonly rows: readonly RowCoverage[] | null;
};

const reportOn = async (folder: string): Promise<StateReport> => {
  const law = await loadFolder(folder);
  if (Result.isFailure(law))
    return { folder, state: null, problems: law.failure.problems, rules: 0, cases: [], conflicts: [], rows: [] };
  return {
    folder,
    state: law.success.profile.name,
    problems: [],
    rules: rulesIn(law.success),
    cases: runCases(law.success),
    conflicts: conflictsIn(law.success),
    rows: coverage(law.success),
  };
};

const rulesIn = (law: Law): number => [...law.questions.values()].reduce((sum, { file }) => sum + file.rules.length, 0);

/** A forgotten row of law is a fault whether or not the account was asked for. */
const isSound = (report: StateReport): boolean =>
  report.problems.length === 0 &&
  report.conflicts.length === 0 &&
  report.cases.every((each) => each.differences.length === 0) &&
  (report.rows ?? []).every((row) => row.state !== "absent");

const printReport = (io: Io, report: StateReport): void => {
  const style = styleFor(io);
  say(io, style("bold", `${report.state ?? report.folder}`));
  for (const problem of report.problems) say(io, `  ${style("red", "problem")} ${formatProblem(problem)}`);
  for (const conflict of report.conflicts) say(io, `  ${style("red", "conflict")} ${conflictWords(conflict)}`);
  const failed = report.cases.filter((each) => each.differences.length > 0);
  for (const { question, name, differences } of failed) {
    say(io, `  ${style("red", "failed")} ${question}: ${name}`);
    for (const difference of differences) say(io, `    ${difference}`);
  }
  if (report.state !== null)
    say(io, `  ${report.rules} rules, ${report.cases.length - failed.length} of ${report.cases.length} cases hold`);
  if (report.rows !== null) printCoverage(io, report.rows);
};

const conflictWords = ({ question, denial, grant, asOf }: ConflictReport): string =>
  `${question}: ${denial} denies what ${grant} grants, as of ${asOf}; name the grant under the denial's \`overrides\``;

/** Adds `check` to the command line. */
export const addCheck: AddCommand = (program, choose) =>
  void program
    .command("check <dir>")
    .description("check a state's rule files and cases, or every state in a folder")
    .option("--coverage", "list every row of law as encoded, off, or not encoded with the reason")
    .option("--json", "print JSON for another program")
    .action((dir: string, options: object) => choose(runCheck, { ...options, dir }));
