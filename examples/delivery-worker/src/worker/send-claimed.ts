import { type Instant, epochMilliseconds, instantAt } from "@victim-rights/core";
import type { AttemptKey, NoticeAttempt, StoredObligation } from "@victim-rights/notification";
import { measures } from "@victim-rights-examples/observability";
import * as Effect from "effect/Effect";
import type { Refused, SendAnswer } from "../channel/channel.ts";
import { channelOf, Channels } from "../channel/channels.ts";
import { idempotencyKeyOf } from "../channel/idempotency-key.ts";
import { ContactBook, type Reachability } from "../contact/contact-book.ts";
import { WorkerClock } from "./clock.ts";
import { NoticeWriter } from "./notice-writer.ts";
import { Settings } from "./worker-settings.ts";

/** An attempt whose claim this worker holds. */
export type Claimed = {
  readonly stored: StoredObligation;
  readonly attempt: NoticeAttempt;
  readonly reachability: Reachability;
};

/** The one place that an attempt goes out at: its key. */
export const keyOf = ({ obligation }: StoredObligation, { attempt, method }: NoticeAttempt): AttemptKey => ({
  obligation: obligation.id,
  attempt,
  channel: method,
});

/**
 * Sends a claimed attempt, once. Everything that can keep it back is looked at before the provider hears of it: whether
 * it is still fresh and still safe, its words, and the address, which is read here and nowhere earlier. Whatever keeps it
 * back is a refusal: nothing went out.
 */
export const sendClaimed = (
  claimed: Claimed,
): Effect.Effect<SendAnswer, never, Channels | ContactBook | NoticeWriter | WorkerClock | Settings> =>
  Effect.gen(function* () {
    const clock = yield* WorkerClock;
    const { freshSeconds } = yield* Settings;
    if (!mayStillGo(claimed, { now: yield* clock.now, freshSeconds })) return keptBack("temporary", "not-now");
    const { stored, attempt } = claimed;
    const channel = channelOf(yield* Channels, attempt.method);
    if (channel === null) return keptBack("permanent", "not-stated");
    const notice = yield* (yield* NoticeWriter).write(stored.obligation, attempt.method);
    const recipient = yield* (yield* ContactBook).resolve(attempt.contact, channel.method);
    const answer = yield* channel.send({ recipient, ...notice }, idempotencyKeyOf(keyOf(stored, attempt)));
    yield* measures.attempt({ channel: channel.method, outcome: answer.kind });
    return answer;
  }).pipe(
    Effect.catchTags({
      NoticeNotWritable: () => Effect.succeed(keptBack("permanent", "not-writable")),
      DetailsUnavailable: () => Effect.succeed(keptBack("temporary", "not-now")),
      ContactNotUsable: () => Effect.succeed(keptBack("permanent", "no-such-contact-point")),
      ContactBookUnavailable: () => Effect.succeed(keptBack("temporary", "not-now")),
    }),
  );

const mayStillGo = (
  { attempt, reachability }: Claimed,
  { now, freshSeconds }: { readonly now: Instant; readonly freshSeconds: number },
): boolean =>
  now <= instantAt(epochMilliseconds(attempt.at) + freshSeconds * 1000) &&
  reachability.contacts.some(({ contact, mayUse }) => contact === attempt.contact && mayUse);

const keptBack = (lasting: Refused["lasting"], code: Refused["code"]): Refused => ({ kind: "refused", lasting, code });
