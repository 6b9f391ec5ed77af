import { type Instant } from "@victim-rights/core";
import * as Effect from "effect/Effect";
import * as Redacted from "effect/Redacted";
import { Webhook } from "standardwebhooks";
import { z } from "zod";
import type { ChannelShape, Message, SendAnswer } from "../channel.ts";
import { answerOfFailure, callHttp } from "../http-answer.ts";
import type { IdempotencyKey } from "../idempotency-key.ts";
import { receiptOf } from "../receipt.ts";
import { plainHttps } from "../plain-https.ts";

/** Another system that tells people on the agency's behalf. */
export const WebhookConfig = z.strictObject({
  url: plainHttps,
  /** Shared with the receiver: `whsec_` and 24 to 64 bytes in base64. @source standardwebhooks.com, the specification */
  secret: z.string().regex(/^whsec_[A-Za-z0-9+/]{32,88}={0,2}$/u, "write `whsec_` and 24 to 64 bytes in base64"),
  withinSeconds: z.int().min(1).max(60).default(20),
});
export type WebhookConfig = Readonly<z.infer<typeof WebhookConfig>>;

/**
 * Gives a notice to an automated system by a signed webhook. The receiver checks the signature, knows a repeated send by
 * its `webhook-id`, and answers with any 2xx once it has it, and with `{"delivered": true}` once its subscriber has. There is no way to ask later. The subscriber stands in the
 * signed body and never in the address.
 */
export const webhookChannel = (config: WebhookConfig, now: () => Instant): ChannelShape<"automated-system"> => ({
  method: "automated-system",
  canBeAsked: false,
  send: (message, key) => Effect.promise(() => post(config, { message, key, at: now() })),
  ask: () => Effect.succeed({ kind: "cannot-tell" }),
});

type Posting = {
  readonly message: Message<"automated-system">;
  readonly key: IdempotencyKey;
  readonly at: Instant;
};

const post = async (config: WebhookConfig, { message, key, at }: Posting): Promise<SendAnswer> => {
  const body = bodyOf(message, at);
  const timestamp = new Date(at);
  const outcome = await callHttp({
    url: new URL(config.url),
    method: "POST",
    headers: {
      "content-type": "application/json",
      "webhook-id": key,
      "webhook-timestamp": String(Math.floor(timestamp.getTime() / 1000)),
      "webhook-signature": new Webhook(config.secret).sign(key, timestamp, body),
    },
    body,
    withinSeconds: config.withinSeconds,
  });
  if (outcome.kind === "answered" && outcome.status >= 200 && outcome.status < 300)
    return { kind: "sent", receipt: receiptOf("webhook", key), delivered: Delivered.safeParse(outcome.body).success };
  return answerOfFailure(outcome);
};

/** What a receiver answers that has the notice with its subscriber already; any other answer says that it took it. */
const Delivered = z.object({ delivered: z.literal(true) });

const bodyOf = ({ recipient, subject, text, language }: Message<"automated-system">, at: Instant): string =>
  JSON.stringify({
    type: "notice.due",
    timestamp: at,
    data: { subscriber: Redacted.value(recipient.value), subject, text, language },
  });
