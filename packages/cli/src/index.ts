export type { Reject } from "./feed/reject.ts";
export { EXIT, type ExitCode } from "./io/exit-code.ts";
export type { Failure, Problem } from "./io/failure.ts";
export { Mapping } from "./mapping/mapping.ts";
export type { PlanTotals } from "./plan/plan-totals.ts";
export { runPlan, type RunPlanInput } from "./plan/run-plan.ts";
export type { ReportModel } from "./report/report-model.ts";
