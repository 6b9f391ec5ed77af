import * as Effect from "effect/Effect";
import * as Equal from "effect/Equal";
import { RecordRef } from "../../obligation/ids.ts";
import type { ObligationStoreShape } from "../obligation-store.ts";
import type { AttemptKey, SendResult } from "../store-records.ts";
import { failsWith, keeps, type ObligationStoreCase, succeeds } from "./contract-case.ts";
import { advanceOf, attempt, confirm, minute, sampleBatch, sampleOpening, schedule } from "./sample-records.ts";

const one = sampleOpening(1);
const key: AttemptKey = { obligation: one.obligation, attempt: 1, channel: "phone" };
const accepted: SendResult = { outcome: "accepted", at: minute(61), providerRef: RecordRef.parse("send-1") };
const unsettled = { limit: 100, afterSequence: 0, claimedBefore: minute(120), claimedFrom: minute(0) };

const attempted = (store: ObligationStoreShape) =>
  Effect.gen(function* () {
    yield* succeeds(store.recordEvent(sampleBatch({ obligations: [one] }), "k1"));
    yield* succeeds(store.advance(advanceOf(one, 1, schedule())));
    yield* succeeds(store.advance(advanceOf(one, 2, attempt())));
  });

/** What claiming and settling a send promises. */
export const attemptCases: readonly ObligationStoreCase[] = [
  {
    name: "of all who claim a send exactly one may make it",
    run: (store) =>
      Effect.gen(function* () {
        yield* attempted(store);
        const claims = Array.from({ length: 8 }, (_, number) => store.claimAttempt(key, minute(60 + number)));
        const answers = yield* succeeds(Effect.all(claims, { concurrency: "unbounded" }));
        yield* keeps(answers.filter(({ kind }) => kind === "claimed").length === 1, "one is answered `claimed`");
        const later = yield* succeeds(store.claimAttempt(key, minute(100)));
        yield* keeps(later.kind === "already" && later.claim.result === null, "everybody after learns of it");
        yield* keeps(
          answers.every(({ claim }) => Equal.equals(claim, later.claim)),
          "all see the one claim",
        );
      }),
  },
  {
    name: "a send is claimed only while its attempt is open",
    run: (store) =>
      Effect.gen(function* () {
        yield* failsWith("ObligationNotFound", store.claimAttempt(key, minute(60)));
        yield* attempted(store);
        yield* failsWith("AttemptNotOpen", store.claimAttempt({ ...key, attempt: 2 }, minute(60)));
        yield* failsWith("AttemptNotOpen", store.claimAttempt({ ...key, channel: "email" }, minute(60)));
        yield* succeeds(store.advance(advanceOf(one, 3, confirm())));
        yield* failsWith("AttemptNotOpen", store.claimAttempt(key, minute(91)));
      }),
  },
  {
    name: "the first answer that is not in doubt stands",
    run: (store) =>
      Effect.gen(function* () {
        yield* attempted(store);
        yield* failsWith("AttemptNotClaimed", store.settleAttempt(key, accepted));
        yield* succeeds(store.claimAttempt(key, minute(60)));
        yield* succeeds(store.settleAttempt(key, { outcome: "unknown", at: minute(61), providerRef: null }));
        yield* succeeds(store.settleAttempt(key, accepted));
        const again = yield* succeeds(store.settleAttempt(key, accepted));
        yield* keeps(Equal.equals(again.result, accepted), "the same answer has no further effect");
        yield* failsWith("IdempotencyKeyReused", store.settleAttempt(key, { ...accepted, outcome: "refused" }));
        const claim = yield* succeeds(store.claimAttempt(key, minute(62)));
        yield* keeps(Equal.equals(claim.claim.result, accepted), "whoever claims later learns the answer");
      }),
  },
  {
    name: "claims in doubt are listed until somebody knows",
    run: (store) =>
      Effect.gen(function* () {
        yield* attempted(store);
        yield* succeeds(store.claimAttempt(key, minute(60)));
        const late = yield* succeeds(store.listUnsettled({ ...unsettled, claimedFrom: minute(119) }));
        yield* keeps(late.items.length === 0, "a claim that is past asking about is not listed");
        const early = yield* succeeds(store.listUnsettled({ ...unsettled, claimedBefore: minute(60) }));
        yield* keeps(early.items.length === 0, "a claim is listed only when it is old enough");
        yield* succeeds(store.settleAttempt(key, { outcome: "unknown", at: minute(61), providerRef: null }));
        const doubtful = yield* succeeds(store.listUnsettled(unsettled));
        yield* keeps(doubtful.items.length === 1, "an unknown result is in doubt");
        yield* succeeds(store.settleAttempt(key, accepted));
        const settled = yield* succeeds(store.listUnsettled(unsettled));
        yield* keeps(settled.items.length === 0, "a known result is not");
      }),
  },
];
