import { checkpointOf, type LogId, signCheckpoint } from "@victim-rights/auditing";
import type { Instant, StoreUnavailable } from "@victim-rights/core";
import type { PrivatePackKey } from "@victim-rights/rules/pack";
import * as Effect from "effect/Effect";
import * as Result from "effect/Result";
import type { Kysely } from "kysely";
import type { Database } from "../database/database.ts";
import { readIn, transact } from "../database/transact.ts";
import { headOf } from "./seal-audit-log.ts";

/** Whose log it is, the key that vouches for it, and when. */
export type CheckpointAsked = { readonly log: LogId; readonly key: PrivatePackKey; readonly at: Instant };

/**
 * Signs the log as it is sealed now and keeps the checkpoint with it. Give a copy to somebody who does not have the
 * database: without one, whoever has it and the key can write the log anew. A key whose halves do not fit is a defect.
 * @returns the compact signature; `null` while nothing is sealed.
 * @errors `StoreUnavailable`
 */
export const signAuditCheckpoint = (
  db: Kysely<Database>,
  { log, key, at }: CheckpointAsked,
): Effect.Effect<string | null, StoreUnavailable> =>
  Effect.gen(function* () {
    const kept = yield* readIn(db, "read the head of the audit log", (transaction) =>
      transaction.selectFrom("audit_head").select("head").executeTakeFirstOrThrow(),
    );
    const checkpoint = checkpointOf(log, headOf(kept.head), at);
    if (checkpoint === null) return null;
    const compact = yield* Effect.promise(() => signCheckpoint(checkpoint, key));
    const row = { batch_number: checkpoint.batch, compact };
    yield* transact(db, "keep a checkpoint", async (transaction) => {
      await transaction.insertInto("audit_checkpoint").values(row).execute();
      return Result.succeed(null);
    });
    return compact;
  });
