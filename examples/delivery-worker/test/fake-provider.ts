import { RecordRef } from "@victim-rights/notification";
import * as Effect from "effect/Effect";
import * as Redacted from "effect/Redacted";
import type { AskAnswer, ChannelShape, Message, Sent, SendAnswer } from "../src/channel/channel.ts";
import type { IdempotencyKey } from "../src/channel/idempotency-key.ts";
import type { SendableMethod } from "../src/contact/recipient.ts";

/** What a provider does with the next send: it takes it, refuses it, takes it and is not heard, or hears nothing. */
export type Behaviour = "takes" | "refuses" | "refuses-for-now" | "takes-unheard" | "hears-nothing";

/** A provider that remembers every send, and does with each what it was told to. */
export class FakeProvider {
  readonly sends: { readonly key: IdempotencyKey; readonly to: unknown; readonly method: SendableMethod }[] = [];
  readonly taken = new Set<IdempotencyKey>();
  readonly script: Behaviour[] = [];
  canBeAsked = true;
  answers = true;

  channel<Method extends SendableMethod>(method: Method): ChannelShape<Method> {
    const askable = (): boolean => this.canBeAsked;
    return {
      method,
      get canBeAsked() {
        return askable();
      },
      send: (message, key) => Effect.sync(() => this.#take(message, key)),
      ask: ({ key }) => Effect.sync(() => this.#find(key)),
    };
  }

  #take(message: Message, key: IdempotencyKey): SendAnswer {
    const { method, value } = message.recipient;
    this.sends.push({ key, to: Redacted.value(value as Redacted.Redacted<unknown>), method });
    const behaviour = this.script.shift() ?? "takes";
    if (behaviour === "takes" || behaviour === "takes-unheard") this.taken.add(key);
    return ANSWERS[behaviour](key);
  }

  #find(key: IdempotencyKey): AskAnswer {
    if (!this.answers) return { kind: "cannot-tell" };
    return this.taken.has(key) ? sent(key) : { kind: "never-seen" };
  }
}

const sent = (key: IdempotencyKey): Sent => ({
  kind: "sent",
  receipt: RecordRef.parse(`fake:${key}`),
  delivered: false,
});

const ANSWERS: Readonly<Record<Behaviour, (key: IdempotencyKey) => SendAnswer>> = {
  takes: sent,
  refuses: () => ({ kind: "refused", lasting: "permanent", code: "no-such-contact-point" }),
  "refuses-for-now": () => ({ kind: "refused", lasting: "temporary", code: "not-now" }),
  "takes-unheard": () => ({ kind: "unknown", code: "broken-off" }),
  "hears-nothing": () => ({ kind: "unknown", code: "no-answer" }),
};
