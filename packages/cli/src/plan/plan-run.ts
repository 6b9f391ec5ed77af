import type { OutputFiles } from "./output-files.ts";
import type { PlanSetup } from "./plan-options.ts";
import type { FileTally } from "./plan-totals.ts";
import type { Progress } from "../io/progress.ts";
import type { RejectLog } from "./reject-log.ts";
import { createSpill, type Spill } from "./spill.ts";

/** One run of a plan: its setup, and where its findings go while it lasts. */
export type PlanRun = {
  readonly setup: PlanSetup;
  readonly outputs: OutputFiles;
  readonly rejects: RejectLog;
  readonly progress: Progress;
  readonly tallies: FileTally[];
  /** Counts that grow while rows are read. */
  readonly counts: { duplicates: number; replaced: number };
};

/** A store of waiting lines within the run's limits. */
export const spillFor = ({ setup, outputs }: PlanRun, name: string): Spill =>
  createSpill({ dir: outputs.workDir, name, buckets: setup.limits.buckets, memory: setup.limits.memory });
