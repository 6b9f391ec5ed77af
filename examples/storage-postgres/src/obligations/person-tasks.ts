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
import type { Transaction } from "kysely";
import type { Database } from "../database/database.ts";
import { rowKey } from "./row-key.ts";
import type { Writing } from "./writing.ts";

/** Raises a task that is not there yet. */
export const raiseTask = async (writing: Writing, task: PersonTask): Promise<void> => {
  const { transaction, next } = writing;
  const task_key = rowKey(task.id);
  const known = await transaction
    .selectFrom("person_task")
    .select("task_key")
    .where("task_key", "=", task_key)
    .executeTakeFirst();
  if (known !== undefined) return;
  const values = { task_key, sequence: next(), task: JSON.stringify(task), answer: null };
  await transaction.insertInto("person_task").values(values).execute();
  writing.tell({ kind: "task-raised", task: task.id });
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
  transaction: Transaction<Database>,
  { id, answer }: { readonly id: PersonTaskId; readonly answer: TaskAnswer },
): Promise<Result.Result<StoredTask, PersonTaskNotFound | IdempotencyKeyReused>> => {
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
  return Result.succeed({ ...stored, answer });
};
