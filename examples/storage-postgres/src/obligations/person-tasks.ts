import { IdempotencyKeyReused } from "@victim-rights/core";
import {
  type PersonTask,
  type PersonTaskId,
  PersonTaskNotFound,
  type StoredTask,
  type TaskAnswer,
} from "@victim-rights/notification";
import * as Equal from "effect/Equal";
import * as Result from "effect/Result";
import { eventOfTaskAnswer } from "../audit/audit-event-of.ts";
import { isOneOf } from "../database/match-keys.ts";
import { rowKey } from "./row-key.ts";
import type { Writing } from "./writing.ts";

/** Which of some tasks are there, by id: a task that is not among them has not been looked for. */
export type TasksThere = Map<PersonTaskId, boolean>;

/** Looks for tasks that have not been looked for. */
export const lookForTasks = async (
  { transaction, flush }: Writing,
  ids: readonly PersonTaskId[],
  there: TasksThere,
): Promise<void> => {
  const keys = new Map(ids.filter((id) => !there.has(id)).map((id) => [rowKey(id), id]));
  if (keys.size === 0) return;
  await flush();
  const rows = await transaction
    .selectFrom("person_task")
    .select("task_key")
    .where(isOneOf("task_key", keys.keys()))
    .execute();
  const found = new Set(rows.map(({ task_key }) => task_key));
  for (const [key, id] of keys) there.set(id, found.has(key));
};

/** Raises tasks that are not there yet. */
export const raiseTasks = async (writing: Writing, tasks: readonly PersonTask[], there: TasksThere): Promise<void> => {
  await lookForTasks(
    writing,
    tasks.map(({ id }) => id),
    there,
  );
  for (const task of tasks) {
    if (there.get(task.id) === true) continue;
    there.set(task.id, true);
    writing.add("person_task", { task_key: rowKey(task.id), sequence: writing.next(), task: JSON.stringify(task) });
    writing.tell({ kind: "task-raised", task: task.id });
  }
};

/** A row as the task that it stands for. */
export const storedTask = (row: {
  readonly sequence: number;
  readonly task: unknown;
  readonly answer: unknown;
}): StoredTask => ({
  task: row.task as PersonTask,
  answer: row.answer as TaskAnswer | null,
  sequence: row.sequence,
});

/** Keeps the first answer to a task. */
export const answerTask = async (
  writing: Writing,
  { id, answer }: { readonly id: PersonTaskId; readonly answer: TaskAnswer },
): Promise<Result.Result<StoredTask, PersonTaskNotFound | IdempotencyKeyReused>> => {
  const { transaction } = writing;
  const row = await transaction
    .selectFrom("person_task")
    .select(["sequence", "task", "answer"])
    .where("task_key", "=", rowKey(id))
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return Result.fail(new PersonTaskNotFound({ task: id }));
  const stored = storedTask(row);
  if (stored.answer !== null)
    return Equal.equals(stored.answer, answer)
      ? Result.succeed(stored)
      : Result.fail(new IdempotencyKeyReused({ key: id }));
  await transaction
    .updateTable("person_task")
    .set({ answer: JSON.stringify(answer) })
    .where("task_key", "=", rowKey(id))
    .execute();
  writing.audit(eventOfTaskAnswer(id, answer));
  return Result.succeed({ ...stored, answer });
};
