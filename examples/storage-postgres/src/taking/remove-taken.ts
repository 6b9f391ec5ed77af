import type { StoreUnavailable } from "@victim-rights/core";
import type * as Effect from "effect/Effect";
import * as Result from "effect/Result";
import type { Kysely } from "kysely";
import type { Database } from "../database/database.ts";
import { inChunks } from "../database/in-chunks.ts";
import { transact } from "../database/transact.ts";
import type { TakenTable } from "./take-rows.ts";

/**
 * Removes rows that were passed on, by position. One that is gone already, because it was given twice, is no error.
 * @errors `StoreUnavailable`: some of them come again.
 */
export const removeTaken = (
  db: Kysely<Database>,
  table: TakenTable,
  positions: readonly number[],
): Effect.Effect<void, StoreUnavailable> =>
  transact(db, "remove what was passed on", async (transaction) => {
    for (const some of inChunks(positions)) await transaction.deleteFrom(table).where("position", "in", some).execute();
    return Result.succeed(undefined);
  });
