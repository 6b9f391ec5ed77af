import type { StoreUnavailable } from "@victim-rights/core";
import {
  type AttemptClaim,
  type NoticeAttempt,
  ObligationStore,
  type SendResult,
  type StoredObligation,
} from "@victim-rights/notification";
import * as Effect from "effect/Effect";
import type { AskAnswer, SendAnswer } from "../channel/channel.ts";
import { channelOf, Channels } from "../channel/channels.ts";
import { idempotencyKeyOf } from "../channel/idempotency-key.ts";
import { WorkerClock } from "./clock.ts";
import { WorkerLog } from "./worker-log.ts";

/** Asks a provider what became of a claimed send; a channel that the agency has given up cannot tell. */
export const askProvider = (claim: AttemptClaim): Effect.Effect<AskAnswer, never, Channels | WorkerLog> =>
  Effect.gen(function* () {
    const channel = channelOf(yield* Channels, claim.channel);
    const key = idempotencyKeyOf(claim);
    const answer: AskAnswer =
      channel === null || !channel.canBeAsked
        ? { kind: "cannot-tell" }
        : yield* channel.ask({ key, claimedAt: claim.claimedAt });
    const { obligation, attempt } = claim;
    yield* (yield* WorkerLog).write({
      event: "doubt-resolved",
      obligation,
      attempt,
      channel: claim.channel,
      why: answer.kind,
    });
    return answer;
  });

/**
 * Keeps a provider's answer with its claim. An answer that came first stands: whoever brought it saw the same send, and
 * this one is dropped.
 */
export const settleClaim = (
  claim: Pick<AttemptClaim, "obligation" | "attempt" | "channel">,
  answer: SendAnswer | AskAnswer,
): Effect.Effect<void, StoreUnavailable, ObligationStore | WorkerClock> =>
  Effect.gen(function* () {
    const [store, clock] = [yield* ObligationStore, yield* WorkerClock];
    const { obligation, attempt, channel } = claim;
    const result: SendResult = { ...resultOf(answer), at: yield* clock.now };
    yield* store
      .settleAttempt({ obligation, attempt, channel }, result)
      .pipe(
        Effect.retry({ times: 4, while: (error) => error._tag === "StoreUnavailable" }),
        Effect.catchTags({ IdempotencyKeyReused: () => Effect.void, AttemptNotClaimed: () => Effect.void }),
      );
  });

const resultOf = (answer: SendAnswer | AskAnswer): Omit<SendResult, "at"> => {
  switch (answer.kind) {
    case "sent":
      return { outcome: "accepted", providerRef: answer.receipt };
    case "refused":
      return { outcome: "refused", providerRef: null };
    case "never-seen":
    case "unknown":
    case "cannot-tell":
      return { outcome: "unknown", providerRef: null };
  }
};

/** The attempt that a claim is of, where the obligation still waits to hear of it; `null` where it has gone on. */
export const openAttemptOf = ({ obligation }: StoredObligation, claim: AttemptClaim): NoticeAttempt | null => {
  const last = obligation.attempts.at(-1);
  const waits = obligation.state === "attempted" && last?.outcome === "sent" && last.attempt === claim.attempt;
  return waits && last.method === claim.channel ? last : null;
};
