import { type Instant, instantAt, type StoreUnavailable } from "@victim-rights/core";
import type { ObligationEntry, ObligationId } from "@victim-rights/notification";
import type * as Effect from "effect/Effect";
import * as Result from "effect/Result";
import type { Kysely } from "kysely";
import type { Database } from "../database/database.ts";
import { transact } from "../database/transact.ts";
import { type TakeAsked, takeRows } from "./take-rows.ts";

/** A wake-up that was taken: which obligation is to be looked at and from when; `position` is what it is removed by. */
export type TakenWakeUp = {
  readonly position: number;
  readonly obligation: ObligationId;
  /** The obligation's revision when the wake-up was written: at a later one there is another wake-up, or no need. */
  readonly revision: number;
  readonly wakeAt: Instant;
};

/**
 * Takes wake-ups in the order in which they were written, those of later moments too: a job engine waits for the moment.
 * Each is given at least once, as messages are. Nothing is lost with one that is: `listDue` finds what is due without it.
 * @errors `StoreUnavailable`
 */
export const takeWakeUps = (
  db: Kysely<Database>,
  asked: TakeAsked,
): Effect.Effect<readonly TakenWakeUp[], StoreUnavailable> =>
  transact(db, "take wake-ups", async (transaction) => {
    const positions = await takeRows(transaction, "wake_up", asked);
    if (positions.length === 0) return Result.succeed([]);
    const rows = await transaction
      .selectFrom("wake_up")
      .innerJoin("obligation_entry", (join) =>
        join
          .onRef("obligation_entry.obligation_sequence", "=", "wake_up.obligation_sequence")
          .on("obligation_entry.seq", "=", 1),
      )
      .select(["position", "entry", "obligation_revision", "wake_at"])
      .where("position", "in", positions)
      .orderBy("position")
      .execute();
    return Result.succeed(
      rows.map(({ position, entry, obligation_revision, wake_at }) => ({
        position,
        obligation: (entry as ObligationEntry).obligation,
        revision: obligation_revision,
        wakeAt: instantAt(wake_at.getTime()),
      })),
    );
  });
