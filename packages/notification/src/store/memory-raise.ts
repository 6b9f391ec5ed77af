import type { PersonTask } from "../obligation/person-task.ts";
import { type MemoryState, withValue } from "./memory-state.ts";

/** Raises a task that is not there yet. */
export const raiseIn = (state: MemoryState, task: PersonTask): MemoryState => {
  if (state.tasks.has(task.id)) return state;
  const sequence = state.sequence + 1;
  return { ...state, sequence, tasks: withValue(state.tasks, task.id, { task, answer: null, sequence }) };
};
