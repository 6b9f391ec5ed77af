import { IdempotencyKeyReused, type Instant } from "@victim-rights/core";
import {
  type AttemptClaim,
  type AttemptKey,
  AttemptNotClaimed,
  AttemptNotOpen,
  type ClaimAnswer,
  type NoticeActor,
  type Obligation,
  ObligationNotFound,
  type SendResult,
} from "@victim-rights/notification";
import * as Equal from "effect/Equal";
import * as Result from "effect/Result";
import type { Transaction } from "kysely";
import { eventOfClaim, eventOfSettling } from "../audit/audit-event-of.ts";
import type { Database } from "../database/database.ts";
import { findObligation } from "./obligation-rows.ts";
import { rowKey } from "./row-key.ts";
import type { Writing } from "./writing.ts";

type ClaimRow = { readonly sequence: number; readonly claim: unknown; readonly result: unknown };

/** A row as the claim that it stands for. */
export const attemptClaim = ({ sequence, claim, result }: ClaimRow): AttemptClaim => ({
  ...(claim as Omit<AttemptClaim, "result" | "sequence">),
  result: result as SendResult | null,
  sequence,
});

/** Claims a send; whoever comes second learns what the first one holds. */
export const claim = async (
  writing: Writing,
  { key, claimedAt, by }: { readonly key: AttemptKey; readonly claimedAt: Instant; readonly by: NoticeActor },
): Promise<Result.Result<ClaimAnswer, ObligationNotFound | AttemptNotOpen>> => {
  const { transaction, next } = writing;
  const { obligation: id, attempt, channel } = key;
  const stored = await findObligation(transaction, id);
  if (stored === null) return Result.fail(new ObligationNotFound({ obligation: id }));
  const held = await findClaim(transaction, key);
  if (held !== null) return Result.succeed({ kind: "already", claim: held });
  if (!isAt(stored.obligation, key)) return Result.fail(new AttemptNotOpen({ obligation: id, attempt }));
  const sequence = next();
  const row = { obligation_key: rowKey(id), attempt, channel, sequence, claimed_at: claimedAt, result: null };
  const made = { obligation: id, attempt, channel, claimedAt };
  await transaction
    .insertInto("attempt_claim")
    .values({ ...row, claim: JSON.stringify(made) })
    .execute();
  writing.audit(eventOfClaim({ key, by }, claimedAt));
  return Result.succeed({ kind: "claimed", claim: { ...made, result: null, sequence } });
};

/** Keeps the result of a send: the first that is not in doubt. */
export const settle = async (
  writing: Writing,
  { key, result, by }: { readonly key: AttemptKey; readonly result: SendResult; readonly by: NoticeActor },
): Promise<Result.Result<AttemptClaim, AttemptNotClaimed | IdempotencyKeyReused>> => {
  const { transaction } = writing;
  const { obligation, attempt, channel } = key;
  const held = await findClaim(transaction, key);
  if (held === null) return Result.fail(new AttemptNotClaimed({ obligation, attempt }));
  if (held.result !== null && held.result.outcome !== "unknown")
    return Equal.equals(held.result, result)
      ? Result.succeed(held)
      : Result.fail(new IdempotencyKeyReused({ key: `${channel} ${attempt} ${obligation}` }));
  await transaction
    .updateTable("attempt_claim")
    .set({ result: JSON.stringify(result), is_settled: result.outcome !== "unknown" })
    .where("obligation_key", "=", rowKey(obligation))
    .where("attempt", "=", attempt)
    .where("channel", "=", channel)
    .execute();
  // A provider that still cannot tell is asked again and again: that is one event and not many.
  if (held.result?.outcome !== result.outcome) writing.audit(eventOfSettling({ key, by }, result));
  return Result.succeed({ ...held, result });
};

/** Whether the obligation stands at this attempt: it was recorded, it is the last, and nothing came of it yet. */
const isAt = ({ state, attempts }: Obligation, { attempt, channel }: AttemptKey): boolean => {
  const last = attempts.at(-1);
  return state === "attempted" && last?.attempt === attempt && last.method === channel;
};

const findClaim = async (
  transaction: Transaction<Database>,
  { obligation, attempt, channel }: AttemptKey,
): Promise<AttemptClaim | null> => {
  const row = await transaction
    .selectFrom("attempt_claim")
    .select(["sequence", "claim", "result"])
    .where("obligation_key", "=", rowKey(obligation))
    .where("attempt", "=", attempt)
    .where("channel", "=", channel)
    .forUpdate()
    .executeTakeFirst();
  return row === undefined ? null : attemptClaim(row);
};
