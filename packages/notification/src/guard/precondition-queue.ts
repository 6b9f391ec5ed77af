import { addMinutes, compareInstants, type Instant } from "@victim-rights/core";
import { compareText } from "../compare-text.ts";
import { earlier } from "../legal-interval.ts";
import type { PersonTask } from "../obligation/person-task.ts";
import type { QueueOwner } from "./guard-policy.ts";

/** A task with who answers for it and by when. */
export type QueuedTask = {
  readonly task: PersonTask;
  /** `null` when nobody answers for its queue: that is itself something for a person to mend. */
  readonly owner: string | null;
  /** The sooner of the law's bound and the queue's own time; `null` when neither is set. */
  readonly dueBy: Instant | null;
  readonly isOverdue: boolean;
};

/** Every task with an owner and a clock, the most urgent first: those with nobody to answer for them lead. */
export const queuedTasks = (
  tasks: readonly PersonTask[],
  owners: readonly QueueOwner[],
  now: Instant,
): readonly QueuedTask[] => {
  const byQueue = new Map(owners.map((each) => [each.queue, each]));
  return tasks.map((task) => queued(task, byQueue.get(task.queue), now)).toSorted(mostUrgentFirst);
};

const queued = (task: PersonTask, owner: QueueOwner | undefined, now: Instant): QueuedTask => {
  const byQueue = owner === undefined ? null : addMinutes(task.raisedAt, owner.withinMinutes);
  const dueBy = earlier(task.decideBefore, byQueue);
  return {
    task,
    owner: owner?.owner ?? null,
    dueBy,
    isOverdue: dueBy !== null && compareInstants(dueBy, now) <= 0,
  };
};

/** The order of `queuedTasks`: what nobody answers for, then by the clock. */
export const mostUrgentFirst = (one: QueuedTask, other: QueuedTask): number =>
  Number(one.owner !== null) - Number(other.owner !== null) ||
  compareText(one.dueBy ?? NEVER, other.dueBy ?? NEVER) ||
  compareText(one.task.id, other.task.id);

/** After every moment that there is. */
const NEVER = "9999";
