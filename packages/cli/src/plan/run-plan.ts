import process from "node:process";
import * as Result from "effect/Result";
import type { Failure } from "../io/failure.ts";
import type { Io } from "../io/io.ts";
import type { SignatureWanted } from "../pack/signature-wanted.ts";
import type { ReportModel } from "../report/report-model.ts";
import { PlanOptions } from "./plan-command-options.ts";
import { planFromSetup } from "./plan-from-setup.ts";
import type { PlanLimits } from "./plan-options.ts";
import { preparePlan } from "./prepare-plan.ts";

/** What a program gives to plan: the command's own options, and if it likes an abort signal and limits. */
export type RunPlanInput = Omit<PlanOptions, "strict" | "json" | "now" | "jurisdiction" | keyof SignatureWanted> &
  Partial<SignatureWanted> & {
    readonly now: string;
    readonly jurisdiction?: string;
    readonly signal?: AbortSignal;
    readonly limits?: PlanLimits;
  };

/**
 * Plans as `victim-rights plan` does, without a terminal: writes the same files and returns what the report says.
 * @errors a `Failure` with every problem of options, mapping, law or files; problems of rows go to `rejects.jsonl`.
 */
export const runPlan = async ({
  signal,
  limits,
  ...options
}: RunPlanInput): Promise<Result.Result<ReportModel, Failure>> => {
  const io = quietIo(signal ?? new AbortController().signal);
  const setup = await preparePlan(io, PlanOptions.parse(options), limits);
  return Result.isFailure(setup) ? Result.fail(setup.failure) : planFromSetup(setup.success);
};

const quietIo = (signal: AbortSignal): Io => ({
  stdin: process.stdin,
  out: () => {},
  err: () => {},
  isTerminal: { stdin: false, stdout: false, stderr: false },
  env: {},
  cwd: process.cwd(),
  signal,
});
