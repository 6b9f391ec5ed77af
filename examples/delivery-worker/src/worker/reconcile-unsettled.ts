import { epochMilliseconds, type Instant, instantAt } from "@victim-rights/core";
import { type AttemptClaim, ObligationStore, type Page } from "@victim-rights/notification";
import * as Effect from "effect/Effect";
import { channelOf, Channels } from "../channel/channels.ts";
import { AgencyRuleBook } from "./agency-rules.ts";
import { WorkerClock } from "./clock.ts";
import { endDoubt } from "./follow-attempt.ts";
import { askProvider, openAttemptOf, settleClaim } from "./resolve-doubt.ts";
import { WorkerLog } from "./worker-log.ts";
import { Settings } from "./worker-settings.ts";

/**
 * Goes through the sends of which nobody knows what became, and asks their providers. It never sends: an attempt that got
 * lost leads to a next one by the same policy as any other. How many claims it looked at is its answer.
 */
export const reconcileUnsettled = Effect.gen(function* () {
  const [store, log] = [yield* ObligationStore, yield* WorkerLog];
  const { pageSize, doubtAfterSeconds, askForHours } = yield* Settings;
  const now = yield* (yield* WorkerClock).now;
  const claimed = { claimedBefore: before(now, doubtAfterSeconds), claimedFrom: before(now, askForHours * 3600) };
  let count = 0;
  let afterSequence: number | null = 0;
  while (afterSequence !== null) {
    const page: Page<AttemptClaim> = yield* store.listUnsettled({ ...claimed, limit: pageSize, afterSequence });
    yield* Effect.forEach(page.items, reconcile, { discard: true });
    count += page.items.length;
    afterSequence = page.next;
  }
  yield* log.write({ event: "reconciled", count });
  return count;
});

const before = (now: Instant, seconds: number): Instant => instantAt(epochMilliseconds(now) - seconds * 1000);

const reconcile = (claim: AttemptClaim) =>
  Effect.gen(function* () {
    const stored = yield* (yield* ObligationStore).find(claim.obligation);
    const attempt = openAttemptOf(stored, claim);
    const rules = (yield* AgencyRuleBook).rulesFor(stored.obligation.subject.jurisdiction);
    if (attempt !== null && rules !== null) return void (yield* endDoubt({ stored, attempt, rules }, claim));
    yield* settleLate(claim);
  });

/** The obligation has gone on. What became of the send is still worth knowing, while its provider may know. */
const settleLate = (claim: AttemptClaim) =>
  Effect.gen(function* () {
    const channel = channelOf(yield* Channels, claim.channel);
    const answer = channel?.canBeAsked === true ? yield* askProvider(claim) : CANNOT_TELL;
    if (claim.result === null || answer.kind !== "cannot-tell") yield* settleClaim(claim, answer);
  });

const CANNOT_TELL = { kind: "cannot-tell" } as const;
