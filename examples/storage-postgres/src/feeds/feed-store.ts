import { FeedStore, type FeedStoreShape } from "@victim-rights/notification";
import * as Layer from "effect/Layer";
import * as Result from "effect/Result";
import type { Kysely } from "kysely";
import type { Database } from "../database/database.ts";
import { readIn, transact } from "../database/transact.ts";
import { admitBatch } from "./admit-batch.ts";
import { decideHold } from "./decide-hold.ts";
import { confirmRecorded, listKept } from "./feed-events.ts";
import { listHeard, listOutlines } from "./feed-lists.ts";

/**
 * What the guards remember of each feed, in PostgreSQL or PGlite. It is given no cipher: a custody event is about somebody
 * under supervision, and nothing in it says who is told of it.
 */
export const feedStore = (db: Kysely<Database>): FeedStoreShape => ({
  admit: (batch) =>
    transact(db, "take a feed's batch in", async (transaction) => Result.succeed(await admitBatch(transaction, batch))),
  listAdmitted: (asked) =>
    readIn(db, "list admitted events", (transaction) => listKept(transaction, asked, "admitted")),
  confirmRecorded: (feed, keys) =>
    transact(db, "let go of recorded events", async (transaction) =>
      Result.succeed(await confirmRecorded(transaction, feed, keys)),
    ),
  listHeld: (asked) => readIn(db, "list held events", (transaction) => listKept(transaction, asked, "held")),
  decideHold: (decide) => transact(db, "decide a hold", (transaction) => decideHold(transaction, decide)),
  listHeard: readIn(db, "list feeds", listHeard),
  listOutlines: readIn(db, "list feeds in outline", listOutlines),
});

/** The port, kept in a database. */
export const feedStoreLayer = (db: Kysely<Database>): Layer.Layer<FeedStore> => Layer.succeed(FeedStore, feedStore(db));
