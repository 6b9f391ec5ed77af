import { IdempotencyKeyReused, type Instant } from "@victim-rights/core";
import * as Equal from "effect/Equal";
import * as Result from "effect/Result";
import { findIn, type Written } from "./memory-advance.ts";
import { claimKey, type MemoryState, withValue } from "./memory-state.ts";
import { AttemptNotClaimed, AttemptNotOpen, type ObligationNotFound } from "./store-errors.ts";
import type { AttemptClaim, AttemptKey, ClaimAnswer, SendResult } from "./store-records.ts";

/** Claims a send; whoever comes second learns what the first one holds. */
export const claimIn = (
  state: MemoryState,
  key: AttemptKey,
  claimedAt: Instant,
): Result.Result<Written<ClaimAnswer>, ObligationNotFound | AttemptNotOpen> =>
  Result.gen(function* () {
    const { obligation } = yield* findIn(state, key.obligation);
    const held = state.claims.get(claimKey(key));
    if (held !== undefined) return { state, answer: { kind: "already", claim: held } };
    const last = obligation.attempts.at(-1);
    const isOpen = obligation.state === "attempted" && last?.attempt === key.attempt && last.method === key.channel;
    if (!isOpen) return yield* Result.fail(new AttemptNotOpen({ obligation: key.obligation, attempt: key.attempt }));
    const sequence = state.sequence + 1;
    const claim: AttemptClaim = { ...key, claimedAt, result: null, sequence };
    const next = { ...state, sequence, claims: withValue(state.claims, claimKey(key), claim) };
    return { state: next, answer: { kind: "claimed", claim } };
  });

/** Keeps the result of a send: the first that is not in doubt. */
export const settleIn = (
  state: MemoryState,
  key: AttemptKey,
  result: SendResult,
): Result.Result<Written<AttemptClaim>, AttemptNotClaimed | IdempotencyKeyReused> => {
  const held = state.claims.get(claimKey(key));
  if (held === undefined)
    return Result.fail(new AttemptNotClaimed({ obligation: key.obligation, attempt: key.attempt }));
  if (held.result !== null && held.result.outcome !== "unknown")
    return Equal.equals(held.result, result)
      ? Result.succeed({ state, answer: held })
      : Result.fail(new IdempotencyKeyReused({ key: claimKey(key) }));
  const claim = { ...held, result };
  return Result.succeed({ state: { ...state, claims: withValue(state.claims, claimKey(key), claim) }, answer: claim });
};
