import * as Result from "effect/Result";
import { EXIT } from "../io/exit-code.ts";
import { type Io, sayJson } from "../io/io.ts";
import { PlanOptions } from "../plan/plan-command-options.ts";
import { planFromSetup } from "../plan/plan-from-setup.ts";
import { preparePlan } from "../plan/prepare-plan.ts";
import type { AddCommand, Outcome } from "./outcome.ts";
import { printPlan } from "./print-plan.ts";
import { readOptions } from "./read-options.ts";
import { addStateOptions } from "./shared-options.ts";

/** Plans a day's notices from exports, and prints the totals and what is due soonest. */
const runPlanCommand = async (raw: unknown, io: Io): Promise<Outcome> => {
  const options = readOptions(PlanOptions, raw);
  if (Result.isFailure(options)) return Result.fail(options.failure);
  const { json, out, strict } = options.success;
  const setup = await preparePlan(io, options.success);
  if (Result.isFailure(setup)) return Result.fail(setup.failure);
  const model = await planFromSetup(setup.success);
  return Result.map(model, (report) => {
    if (json) sayJson(io, { jurisdiction: setup.success.law.id, now: report.now, out, totals: report.totals });
    else printPlan(io, report, out);
    return strict && report.totals.rejectedRows > 0 ? EXIT.findings : EXIT.ok;
  });
};

/** Adds `plan` to the command line. */
export const addPlan: AddCommand = (program, choose) =>
  void addStateOptions(program.command("plan"))
    .description(
      "plan a day's notices from an agency's own exports: what is owed, what needs a person, what is not owed",
    )
    .option("--events <file...>", "custody events, schedules and offenses: CSV or JSON Lines")
    .option("--registrations <file...>", "registrations: CSV or JSON Lines")
    .option("--map <file>", "how the agency's own columns and codes are read")
    .option("--now <time>", "the moment to plan for: an ISO timestamp with its offset")
    .option(
      "--out <dir>",
      "where notices.jsonl, needs-a-person.jsonl, not-owed.jsonl, rejects.jsonl and report.html go",
    )
    .option("--policy <file>", "the agency's service targets and the rules it turns on")
    .option("--strict", "exit with 1 when any row was rejected")
    .action((options: object) => choose(runPlanCommand, { ...options }));
