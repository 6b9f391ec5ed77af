import { epochMilliseconds, type Instant, instantAt } from "@victim-rights/core";
import { type AttemptClaim, ObligationStore } from "@victim-rights/notification";
import * as Effect from "effect/Effect";
import type { AskAnswer, SendAnswer } from "../channel/channel.ts";
import { idempotencyKeyOf } from "../channel/idempotency-key.ts";
import { type AgencyRules } from "./agency-rules.ts";
import { commandOfAnswer, commandOnDoubt, noteOutcome } from "./answer-command.ts";
import { WorkerClock } from "./clock.ts";
import type { CommandBody } from "./command-body.ts";
import { type Given, giveCommand, stateNow } from "./give-command.ts";
import { askProvider, settleClaim } from "./resolve-doubt.ts";
import { type Claimed, keyOf, sendClaimed } from "./send-claimed.ts";
import { WorkerLog } from "./worker-log.ts";
import { Settings } from "./worker-settings.ts";

/** Where following led: the provider has it; the record was told; or somebody else may be about it until then. */
export type Followed =
  | { readonly kind: "taken" }
  | { readonly kind: "recorded"; readonly given: Given }
  | { readonly kind: "wait"; readonly until: Instant };

/** A recorded attempt that nobody has told the end of, and the rules for doubt. */
export type Following = Claimed & { readonly rules: Pick<AgencyRules, "onDoubt"> };

/**
 * Follows a recorded attempt. Whoever gets its claim sends it. Whoever finds it claimed does not: they take up what the
 * claim says, wait while its worker may still be sending, and after that ask the provider.
 */
export const followAttempt = (following: Following) =>
  Effect.gen(function* () {
    const [store, clock] = [yield* ObligationStore, yield* WorkerClock];
    const key = keyOf(following.stored, following.attempt);
    const { kind, claim } = yield* store.claimAttempt(key, yield* clock.now);
    if (kind === "already") return yield* followClaim(following, claim);
    const log = yield* WorkerLog;
    yield* log.write({ event: "send-claimed", ...key });
    const answer = yield* sendClaimed(following);
    yield* log.write({ event: "send-answered", ...key, why: answer.kind });
    yield* settleClaim(claim, answer);
    return yield* tellAnswer(following, answer, claim);
  });

const followClaim = (following: Following, claim: AttemptClaim) =>
  Effect.gen(function* () {
    const { attempt, stored } = following;
    if (claim.result?.outcome === "accepted") return { kind: "taken" } as const;
    if (claim.result?.outcome !== "refused") return yield* whenInDoubt(following, claim);
    // Whoever settled it was gone before it told the record why; that nothing went out is all that is known now.
    const noted = { attempt: attempt.attempt, stated: yield* stateNow(stored), reason: "refused" };
    return yield* tell(following, noteOutcome("not-sent", noted));
  });

const tellAnswer = (following: Following, answer: SendAnswer, claim: AttemptClaim) =>
  Effect.gen(function* () {
    const { attempt, stored } = following;
    if (answer.kind === "unknown") return { kind: "wait", until: yield* doubtFrom(claim) } as const;
    const told = { attempt, key: idempotencyKeyOf(claim), stated: yield* stateNow(stored) };
    const command = commandOfAnswer(answer, told);
    return command === null ? ({ kind: "taken" } as const) : yield* tell(following, command);
  });

const whenInDoubt = (following: Following, claim: AttemptClaim) =>
  Effect.gen(function* () {
    const until = yield* doubtFrom(claim);
    const now = yield* (yield* WorkerClock).now;
    if (now < until) return { kind: "wait", until } as const;
    return yield* endDoubt(following, claim);
  });

/** Asks the provider about a claim whose worker is gone, and tells the record; where nobody can tell, by the agency's policy. */
export const endDoubt = ({ stored, attempt, rules }: Omit<Following, "reachability">, claim: AttemptClaim) =>
  Effect.gen(function* () {
    const answer: AskAnswer = yield* askProvider(claim);
    yield* settleClaim(claim, answer);
    const told = { attempt, key: idempotencyKeyOf(claim), stated: yield* stateNow(stored) };
    if (answer.kind === "sent" && !answer.delivered) return { kind: "taken" } as const;
    return yield* tell({ stored }, commandOfAnswer(answer, told) ?? commandOnDoubt(rules.onDoubt, told));
  });

const tell = ({ stored }: Pick<Following, "stored">, command: CommandBody) =>
  Effect.map(giveCommand(stored, command), (given) => ({ kind: "recorded", given }) as const);

/** From when a claim's worker counts as gone. */
const doubtFrom = ({ claimedAt }: AttemptClaim) =>
  Effect.map(Settings, ({ doubtAfterSeconds }) => instantAt(epochMilliseconds(claimedAt) + doubtAfterSeconds * 1000));
