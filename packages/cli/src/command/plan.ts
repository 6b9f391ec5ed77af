import * as Result from "effect/Result";
import { EXIT } from "../io/exit-code.ts";
import { type Io, sayJson } from "../io/io.ts";
import { PlanOptions } from "../plan/plan-command-options.ts";
import { planFromSetup } from "../plan/plan-from-setup.ts";
import { preparePlan } from "../plan/prepare-plan.ts";
import type { Outcome } from "./outcome.ts";
import { printPlan } from "./print-plan.ts";
import { readOptions } from "./read-options.ts";

/** Plans a day's notices from exports, and prints the totals and what is due soonest. */
export const runPlanCommand = async (raw: unknown, io: Io): Promise<Outcome> => {
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
