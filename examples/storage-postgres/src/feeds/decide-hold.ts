import { decideFeedHold, type DecideHold, type DecideHoldError, type HoldDecided } from "@victim-rights/notification";
import * as Result from "effect/Result";
import type { Transaction } from "kysely";
import { eventsOfFact } from "../audit/audit-event-of.ts";
import type { Database } from "../database/database.ts";
import { beginWriting } from "../obligations/writing.ts";
import { lockFeed, writeFeed } from "./lock-feed.ts";

/** Ends a hold by a person's decision, which is kept and said in the audit log in the same transaction. */
export const decideHold = async (
  transaction: Transaction<Database>,
  decide: DecideHold,
): Promise<Result.Result<HoldDecided, DecideHoldError>> => {
  const { feed } = decide;
  const before = await lockFeed(transaction, feed);
  const made = decideFeedHold(before, decide, await foundBy(transaction, decide));
  if (Result.isFailure(made)) return Result.fail(made.failure);
  const { state, decided, isNew } = made.success;
  if (!isNew) return Result.succeed(decided);
  await writeFeed(transaction, feed, state);
  await moveHeld(transaction, decide);
  await transaction
    .insertInto("feed_hold_decided")
    .values({ feed_id: feed, hold: decide.number, decided: JSON.stringify(decided) })
    .execute();
  await say(transaction, decide);
  return Result.succeed(decided);
};

const foundBy = async (transaction: Transaction<Database>, { feed, number }: DecideHold) => {
  const { changes } = await transaction
    .selectFrom("feed_event")
    .select(({ fn }) => fn.countAll<number>().as("changes"))
    .where("feed_id", "=", feed)
    .where("standing", "=", "held")
    .executeTakeFirstOrThrow();
  const row = await transaction
    .selectFrom("feed_hold_decided")
    .select("decided")
    .where("feed_id", "=", feed)
    .where("hold", "=", number)
    .executeTakeFirst();
  return { changes: Number(changes), before: row === undefined ? null : (row.decided as HoldDecided) };
};

const moveHeld = async (transaction: Transaction<Database>, { feed, decision }: DecideHold): Promise<void> => {
  await transaction
    .updateTable("feed_event")
    .set({ standing: decision.found === "true-change" ? "admitted" : "rejected" })
    .where("feed_id", "=", feed)
    .where("standing", "=", "held")
    .execute();
};

/** The log is written by one writer at a time, which keeps its positions in the order of its commits. */
const say = async (transaction: Transaction<Database>, { feed, number, audit }: DecideHold): Promise<void> => {
  const writing = await beginWriting(transaction);
  for (const fact of audit) for (const event of eventsOfFact(fact, `hold ${number} of ${feed}`)) writing.audit(event);
  await writing.done();
};
