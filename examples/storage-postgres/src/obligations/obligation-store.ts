import { ObligationNotFound, ObligationStore, type ObligationStoreShape } from "@victim-rights/notification";
import * as Effect from "effect/Effect";
import * as Layer from "effect/Layer";
import * as Result from "effect/Result";
import type { Kysely } from "kysely";
import type { Database } from "../database/database.ts";
import { readIn, transact } from "../database/transact.ts";
import { advanceStored } from "./advance.ts";
import { claim, settle } from "./attempt-claims.ts";
import { listDue, listForPerson, listTasks, listUnsettled } from "./lists.ts";
import { findObligation } from "./obligation-rows.ts";
import { answerTask } from "./person-tasks.ts";
import { recordBatch, recordBatches } from "./record-event.ts";
import { beginWriting, type Writing } from "./writing.ts";

/** Obligations in PostgreSQL or PGlite. It is given no cipher: nothing that it keeps holds a way to reach anybody. */
export const obligationStore = (db: Kysely<Database>): ObligationStoreShape => ({
  recordEvent: (batch, key) => write(db, "recordEvent", (writing) => recordBatch(writing, { batch, key })),
  recordEvents: (batches) => write(db, "recordEvents", (writing) => recordBatches(writing, batches)),
  advance: (advance) => write(db, "advance", (writing) => advanceStored(writing, advance)),
  find: (obligation) =>
    Effect.flatMap(
      readIn(db, "find", (transaction) => findObligation(transaction, obligation)),
      (stored) => (stored === null ? Effect.fail(new ObligationNotFound({ obligation })) : Effect.succeed(stored)),
    ),
  listDue: (asked) => readIn(db, "listDue", (transaction) => listDue(transaction, asked)),
  listForPerson: (asked) => readIn(db, "listForPerson", (transaction) => listForPerson(transaction, asked)),
  claimAttempt: (key, claimedAt) => write(db, "claimAttempt", (writing) => claim(writing, { key, claimedAt })),
  settleAttempt: (key, result) => transact(db, "settleAttempt", (transaction) => settle(transaction, { key, result })),
  listUnsettled: (asked) => readIn(db, "listUnsettled", (transaction) => listUnsettled(transaction, asked)),
  listTasks: (asked) => readIn(db, "listTasks", (transaction) => listTasks(transaction, asked)),
  settleTask: (id, answer) => transact(db, "settleTask", (transaction) => answerTask(transaction, { id, answer })),
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
