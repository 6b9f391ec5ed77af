import type { ContactMethod, StoreUnavailable } from "@victim-rights/core";
import type { AttemptKey, ObligationId } from "@victim-rights/notification";
import type * as Effect from "effect/Effect";
import * as Result from "effect/Result";
import type { Kysely } from "kysely";
import type { Database } from "../database/database.ts";
import { idFromKey, textKey } from "../database/text-key.ts";
import { readIn, transact } from "../database/transact.ts";

/**
 * Keeps by which key a provider knows a send. A key stands for one send for ever: kept again it has no effect.
 * @errors `StoreUnavailable`: keep it again before anything is sent.
 */
export const keepSendKey = (
  db: Kysely<Database>,
  key: string,
  { obligation, attempt, channel }: AttemptKey,
): Effect.Effect<void, StoreUnavailable> =>
  transact(db, "keep a send's key", async (transaction) => {
    await transaction
      .insertInto("send_key")
      .values({ send_key: textKey(key), obligation_id: textKey(obligation), attempt, channel })
      .onConflict((conflict) => conflict.column("send_key").doNothing())
      .execute();
    return Result.succeed(undefined);
  });

/** The send of a key; `null` where there is none. @errors `StoreUnavailable` */
export const findSend = (db: Kysely<Database>, key: string): Effect.Effect<AttemptKey | null, StoreUnavailable> =>
  readIn(db, "find a send", async (transaction) => {
    const row = await transaction
      .selectFrom("send_key")
      .select(["obligation_id", "attempt", "channel"])
      .where("send_key", "=", textKey(key))
      .executeTakeFirst();
    if (row === undefined) return null;
    const { obligation_id, attempt, channel } = row;
    return { obligation: idFromKey<ObligationId>(obligation_id), attempt, channel: channel as ContactMethod };
  });
