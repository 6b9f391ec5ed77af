import {
  type AuditEvent,
  EMPTY_LOG,
  LogHead,
  sealBatch,
  type SealClockWentBack,
  type SealedBatch,
} from "@victim-rights/auditing";
import { type Instant, invariant, type StoreUnavailable } from "@victim-rights/core";
import type * as Effect from "effect/Effect";
import * as Result from "effect/Result";
import type { Kysely, Transaction } from "kysely";
import type { Database } from "../database/database.ts";
import { transact } from "../database/transact.ts";

/** How many events one batch seals at most, and the moment of sealing. */
export type SealAsked = { readonly limit: number; readonly at: Instant };

/**
 * Seals the oldest events that no batch has sealed yet, in one transaction that holds the head of the log: of two sealers
 * at once one waits for the other, and the chain never forks. Writers of events do not wait for it. Call it now and then,
 * until it answers `null`.
 * @returns the batch; `null` when every event is sealed.
 * @errors `SealClockWentBack`, `StoreUnavailable`.
 */
export const sealAuditLog = (
  db: Kysely<Database>,
  asked: SealAsked,
): Effect.Effect<SealedBatch | null, SealClockWentBack | StoreUnavailable> =>
  transact(db, "seal the audit log", (transaction) => sealNext(transaction, asked));

/** How far a log is sealed. */
export const headOf = (kept: unknown): LogHead => (kept === null ? EMPTY_LOG : LogHead.parse(kept));

const sealNext = async (
  transaction: Transaction<Database>,
  { limit, at }: SealAsked,
): Promise<Result.Result<SealedBatch | null, SealClockWentBack>> => {
  const kept = await transaction
    .selectFrom("audit_head")
    .select(["head", "last_position"])
    .forUpdate()
    .executeTakeFirstOrThrow();
  const rows = await transaction
    .selectFrom("audit_event")
    .select(["position", "event"])
    .where("position", ">", kept.last_position)
    .orderBy("position")
    .limit(limit)
    .execute();
  const last_position = rows.at(-1)?.position;
  if (last_position === undefined) return Result.succeed(null);
  const sealed = sealBatch(
    headOf(kept.head),
    rows.map(({ event }) => event as AuditEvent),
    at,
  );
  if (Result.isFailure(sealed)) {
    invariant(sealed.failure._tag !== "BatchEmpty", "a batch of some rows is not empty");
    return Result.fail(sealed.failure);
  }
  const { batch, head } = sealed.success;
  const row = { number: batch.number, last_position, batch: JSON.stringify(batch) };
  await transaction.insertInto("audit_batch").values(row).execute();
  await transaction
    .updateTable("audit_head")
    .set({ last_position, head: JSON.stringify(head) })
    .execute();
  return Result.succeed(batch);
};
