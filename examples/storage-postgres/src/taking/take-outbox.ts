import type { StoreUnavailable } from "@victim-rights/core";
import type { StoreSequence } from "@victim-rights/notification";
import type * as Effect from "effect/Effect";
import * as Result from "effect/Result";
import type { Kysely } from "kysely";
import type { Database } from "../database/database.ts";
import { transact } from "../database/transact.ts";
import type { OutboxMessage } from "../obligations/writing.ts";
import { type TakeAsked, takeRows } from "./take-rows.ts";

/** A message that was taken; `position` is what it is removed by. */
export type TakenMessage = {
  readonly position: number;
  readonly sequence: StoreSequence;
  readonly message: OutboxMessage;
};

/**
 * Takes messages, the oldest first. Each is given at least once: one that is not removed by `removeTaken` comes again when
 * its time is over, so that whoever gets one twice must do nothing twice.
 * @errors `StoreUnavailable`
 */
export const takeOutbox = (
  db: Kysely<Database>,
  asked: TakeAsked,
): Effect.Effect<readonly TakenMessage[], StoreUnavailable> =>
  transact(db, "take messages", async (transaction) => {
    const positions = await takeRows(transaction, "outbox", asked);
    if (positions.length === 0) return Result.succeed([]);
    const rows = await transaction
      .selectFrom("outbox")
      .select(["position", "sequence", "message"])
      .where("position", "in", positions)
      .orderBy("position")
      .execute();
    return Result.succeed(rows.map((row) => ({ ...row, message: row.message as OutboxMessage })));
  });
