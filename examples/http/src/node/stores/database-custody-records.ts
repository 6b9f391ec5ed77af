import type { CustodyEvent, Offense, StoreUnavailable } from "@victim-rights/core";
import { type Database, readIn, rowKey, textKey, transact } from "@victim-rights-examples/storage-postgres";
import * as Effect from "effect/Effect";
import * as Equal from "effect/Equal";
import * as Result from "effect/Result";
import type { Kysely } from "kysely";
import type { CustodyRecords } from "../../registry/custody-records.ts";

/** Custody records, with what an agency does beside what the service asks of them. */
export type CustodyKeeping = CustodyRecords & {
  /** Adds what somebody is charged with or was convicted of; the same once more does nothing. */
  readonly addOffenses: (offenses: readonly Offense[]) => Effect.Effect<void, StoreUnavailable>;
};

/**
 * Custody records in PostgreSQL or PGlite. Events are read from the record itself, where each was written with all that it
 * led to in one step: there is nothing to remember, and no moment between in which a crash could forget it. What the
 * custody source says is kept in the clear, as the events are.
 */
export const databaseCustodyRecords = (db: Kysely<Database>): CustodyKeeping => ({
  of: (supervisedPersonId) =>
    readIn(db, "read custody records", async (transaction) => {
      const supervised_id = textKey(supervisedPersonId);
      const recorded = await transaction
        .selectFrom("recorded_event")
        .select("batch")
        .where("supervised_id", "=", supervised_id)
        .orderBy("sequence")
        .execute();
      const offenses = await transaction
        .selectFrom("offense")
        .select("offense")
        .where("supervised_id", "=", supervised_id)
        .orderBy("position")
        .execute();
      return {
        events: eachOnce(recorded.map(({ batch }) => (batch as { readonly event: CustodyEvent }).event)),
        offenses: offenses.map(({ offense }) => offense as Offense),
      };
    }),
  remember: () => Effect.void,
  addOffenses: (offenses) =>
    transact(db, "add offenses", async (transaction) => {
      for (const offense of offenses) {
        const text = JSON.stringify(offense);
        await transaction
          .insertInto("offense")
          .values({ supervised_id: textKey(offense.supervisedPersonId), offense_key: rowKey(text), offense: text })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      }
      return Result.succeed(undefined);
    }),
});

/** One event may have been recorded under several keys. */
const eachOnce = (events: readonly CustodyEvent[]): readonly CustodyEvent[] =>
  events.filter((event, at) => events.findIndex((each) => Equal.equals(each, event)) === at);
