import * as Effect from "effect/Effect";
import * as Redacted from "effect/Redacted";
import type { ChannelShape } from "../channel.ts";
import type { PhoneProvider } from "./phone-provider.ts";

/** The longest text that goes as one message of parts. A longer one is refused, since a text that is cut tells half. */
const MAX_SIGNS = 1600;

/** Sends texts to telephones through a provider. */
export const textChannel = (provider: PhoneProvider): ChannelShape<"sms"> => ({
  method: "sms",
  canBeAsked: true,
  send: ({ recipient, text }, key) =>
    text.length > MAX_SIGNS
      ? Effect.succeed({ kind: "refused", lasting: "permanent", code: "not-writable" })
      : provider.text({ number: Redacted.value(recipient.value), text, key }),
  ask: (asked) => provider.find(asked),
});
