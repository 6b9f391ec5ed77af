import type { StoreUnavailable } from "@victim-rights/core";
import { type Database, readIn, rowKey, textKey, transact } from "@victim-rights-examples/storage-postgres";
import type * as Effect from "effect/Effect";
import * as Result from "effect/Result";
import type { Kysely } from "kysely";
import { type Assigned, type Assignments, assignmentKey } from "../../access/assignments.ts";

/** Assignments, and how an agency gives one and takes it back. */
export type AssignmentKeeping = Assignments & {
  /** Assigns; the same once more does nothing. */
  readonly assign: (assigned: Assigned) => Effect.Effect<void, StoreUnavailable>;
  /** Takes an assignment back: the next request does not find it. One that was never given is no error. */
  readonly end: (assigned: Assigned) => Effect.Effect<void, StoreUnavailable>;
};

/** Assignments in PostgreSQL or PGlite: ids and roles alone, in the clear. Every request asks anew. */
export const databaseAssignments = (db: Kysely<Database>): AssignmentKeeping => ({
  holds: ({ subject, role }, what) =>
    readIn(db, "look an assignment up", async (transaction) => {
      const row = await transaction
        .selectFrom("assignment")
        .select("assignment_key")
        .where("assignment_key", "=", rowKey(assignmentKey({ subject, role, what })))
        .executeTakeFirst();
      return row !== undefined;
    }),
  assign: (assigned) =>
    transact(db, "assign", async (transaction) => {
      const { subject, role, what } = assigned;
      await transaction
        .insertInto("assignment")
        .values({
          assignment_key: rowKey(assignmentKey(assigned)),
          subject: textKey(subject),
          role,
          kind: what.kind,
          programme: what.kind === "case" ? textKey(what.programme) : null,
          target: textKey(what.id),
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      return Result.succeed(undefined);
    }),
  end: (assigned) =>
    transact(db, "take an assignment back", async (transaction) => {
      const key = rowKey(assignmentKey(assigned));
      await transaction.deleteFrom("assignment").where("assignment_key", "=", key).execute();
      return Result.succeed(undefined);
    }),
});
