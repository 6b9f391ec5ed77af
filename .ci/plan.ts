import { progress } from "./progress.ts";
import { runStep, type Step } from "./step.ts";

const width = 2;

type Standing = "waiting" | "running" | "passed" | "failed" | "skipped";

/**
 * Runs the steps in their given sequence, two at a time, each after what it needs. Names those that failed; what needed
 * them was skipped.
 */
export const runPlan = async (steps: readonly Step[]): Promise<readonly string[]> => {
  const standing = new Map<string, Standing>(steps.map(({ name }) => [name, "waiting"]));
  const report = progress();

  const after = (step: Step, wanted: (standing: Standing | undefined) => boolean) =>
    (step.needs ?? []).map((name) => standing.get(name)).filter(wanted);
  const waiting = () => steps.filter(({ name }) => standing.get(name) === "waiting");
  const nextReady = () => waiting().find((step) => after(step, (need) => need !== "passed").length === 0);
  const skipDoomed = () => {
    for (const step of waiting()) {
      if (after(step, (need) => need === "failed" || need === "skipped").length === 0) continue;
      standing.set(step.name, "skipped");
      report.skip(step);
    }
  };

  const runOne = async (step: Step): Promise<void> => {
    standing.set(step.name, "running");
    report.start(step);
    const outcome = await runStep(step);
    standing.set(step.name, outcome.passed ? "passed" : "failed");
    report.end(step, outcome);
    skipDoomed();
  };

  const running = new Set<Promise<void>>();
  for (;;) {
    const step = running.size < width ? nextReady() : undefined;
    if (step === undefined && running.size === 0) break;
    if (step === undefined) {
      await Promise.race(running);
      continue;
    }
    const one = runOne(step).finally(() => running.delete(one));
    running.add(one);
  }
  report.stop();
  return steps.map(({ name }) => name).filter((name) => standing.get(name) === "failed");
};
