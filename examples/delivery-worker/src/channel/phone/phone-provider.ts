import type { Instant } from "@victim-rights/core";
import type { Effect } from "effect/Effect";
import type { PhoneNumber } from "../../contact/contact-value.ts";
import type { AskAnswer, SendAnswer } from "../channel.ts";
import type { IdempotencyKey } from "../idempotency-key.ts";

/** A text to one telephone. */
export type TextToPhone = { readonly number: PhoneNumber; readonly text: string; readonly key: IdempotencyKey };

/**
 * What a telephone provider does for us, whichever it is. It must know a send again by our key: a provider that can find a
 * message by its number alone would have us write the number into an address that is asked for.
 */
export type PhoneProvider = {
  readonly text: (sending: TextToPhone) => Effect<SendAnswer>;
  readonly find: (asked: { readonly key: IdempotencyKey; readonly claimedAt: Instant }) => Effect<AskAnswer>;
};
