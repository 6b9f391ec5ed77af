import { invariant } from "@victim-rights/core";
import {
  type NoticeActor,
  NoticeActorId,
  ObligationNotFound,
  ObligationStore,
  type ObligationStoreShape,
} from "@victim-rights/notification";
import * as Effect from "effect/Effect";
import * as Layer from "effect/Layer";
import * as Result from "effect/Result";
import type { Kysely } from "kysely";
import type { Database } from "../database/database.ts";
import { readIn, transact } from "../database/transact.ts";
import { advanceStored } from "./advance.ts";
import { claim, settle } from "./attempt-claims.ts";
import { findTasks, listDue, listForPerson, listTasks, listUnsettled } from "./lists.ts";
import { findObligation } from "./obligation-rows.ts";
import { answerTask } from "./person-tasks.ts";
import { recordBatches } from "./record-event.ts";
import { beginWriting, type Writing } from "./writing.ts";

/** Who the audit log says claimed a send or kept its answer, where nobody is named. */
const UNNAMED: NoticeActor = { role: "system", id: NoticeActorId.parse("obligation-store") };

/**
 * Obligations in PostgreSQL or PGlite. It is given no cipher: nothing that it keeps holds a way to reach anybody. `by` is
 * who works through this store: the audit log says so of claims and their answers, for which the port names nobody.
 */
export const obligationStore = (db: Kysely<Database>, by: NoticeActor = UNNAMED): ObligationStoreShape => ({
  recordEvent: (batch, idempotencyKey) =>
    Effect.map(
      write(db, "recordEvent", (writing) => recordBatches(writing, [{ batch, idempotencyKey }])),
      ([only]) => {
        invariant(only !== undefined, "one batch has one answer");
        return only;
      },
    ),
  recordEvents: (batches) => write(db, "recordEvents", (writing) => recordBatches(writing, batches)),
  advance: (advance) => write(db, "advance", (writing) => advanceStored(writing, advance)),
  find: (obligation) =>
    Effect.flatMap(
      readIn(db, "find", (transaction) => findObligation(transaction, obligation)),
      (stored) => (stored === null ? Effect.fail(new ObligationNotFound({ obligation })) : Effect.succeed(stored)),
    ),
  listDue: (asked) => readIn(db, "listDue", (transaction) => listDue(transaction, asked)),
  listForPerson: (asked) => readIn(db, "listForPerson", (transaction) => listForPerson(transaction, asked)),
  claimAttempt: (key, claimedAt) => write(db, "claimAttempt", (writing) => claim(writing, { key, claimedAt, by })),
  settleAttempt: (key, result) => write(db, "settleAttempt", (writing) => settle(writing, { key, result, by })),
  listUnsettled: (asked) => readIn(db, "listUnsettled", (transaction) => listUnsettled(transaction, asked)),
  listTasks: (asked) => readIn(db, "listTasks", (transaction) => listTasks(transaction, asked)),
  findTasks: (ids) => readIn(db, "findTasks", (transaction) => findTasks(transaction, ids)),
  settleTask: (id, answer) => write(db, "settleTask", (writing) => answerTask(writing, { id, answer })),
});

/** The port, kept in a database. */
export const obligationStoreLayer = (db: Kysely<Database>): Layer.Layer<ObligationStore> =>
  Layer.succeed(ObligationStore, obligationStore(db));

/** Does some work as the only writer of the record, in one transaction. */
const write = <Answer, Failure>(
  db: Kysely<Database>,
  during: string,
  work: (writing: Writing) => Promise<Result.Result<Answer, Failure>>,
) =>
  transact<Answer, Failure>(db, during, async (transaction) => {
    const writing = await beginWriting(transaction);
    const done = await work(writing);
    if (Result.isSuccess(done)) await writing.done();
    return done;
  });
