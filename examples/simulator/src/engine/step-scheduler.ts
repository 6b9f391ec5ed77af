import type { Scheduler, SchedulerDispatcher } from "effect/Scheduler";

/** A scheduler of fibers that has no timers: whatever they put off is done when they are asked to, in the order it came. */
export type StepScheduler = { readonly scheduler: Scheduler; readonly settle: () => void };

/** Opens a scheduler for one simulation. */
export const stepScheduler = (): StepScheduler => {
  let tasks: (() => void)[] = [];
  const settle = (): void => {
    while (tasks.length > 0) {
      const ready = tasks;
      tasks = [];
      for (const task of ready) task();
    }
  };
  const dispatcher: SchedulerDispatcher = { scheduleTask: (task) => void tasks.push(task), flush: settle };
  return {
    scheduler: { executionMode: "sync", shouldYield: () => false, makeDispatcher: () => dispatcher },
    settle,
  };
};
