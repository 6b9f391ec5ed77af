import { type Revision, RevisionConflict } from "@victim-rights/core";
import {
  type AdvanceError,
  advanceObligation,
  type ObligationAdvance,
  ObligationNotFound,
  type StoredObligation,
} from "@victim-rights/notification";
import * as Result from "effect/Result";
import { eventOfAdvance } from "../audit/audit-event-of.ts";
import { findObligation, writeAdvance } from "./obligation-rows.ts";
import { raiseTasks, type TasksThere } from "./person-tasks.ts";
import type { Writing } from "./writing.ts";

/**
 * Takes one command in a stored obligation; one that was taken before comes before the revision that is expected. `there` are
 * the tasks that the same transaction has looked for.
 */
export const advanceStored = async (
  writing: Writing,
  { obligation: id, expected, command }: ObligationAdvance,
  there: TasksThere = new Map(),
): Promise<Result.Result<StoredObligation, AdvanceError>> => {
  await writing.flush();
  const stored = await findObligation(writing.transaction, id);
  if (stored === null) return Result.fail(new ObligationNotFound({ obligation: id }));
  const wasGiven = stored.obligation.commands.some((each) => each.id === command.id);
  if (!wasGiven && stored.revision !== expected)
    return Result.fail(new RevisionConflict({ record: id, expected, actual: stored.revision }));
  const advanced = advanceObligation(stored.obligation, command);
  if (Result.isFailure(advanced)) return Result.fail(advanced.failure);
  const { obligation, entries, tasks } = advanced.success;
  if (entries.length > 0) {
    await writeAdvance(writing, { ...stored, obligation }, entries);
    writing.audit(eventOfAdvance({ obligation: id, command }));
  }
  await raiseTasks(writing, tasks, there);
  return Result.succeed({ ...stored, obligation, revision: obligation.revision as Revision });
};
