import type { Instant, Language } from "@victim-rights/core";
import type { RecordRef } from "@victim-rights/notification";
import type { Effect } from "effect/Effect";
import type { Recipient, SendableMethod } from "../contact/recipient.ts";
import type { IdempotencyKey } from "./idempotency-key.ts";

/** A notice on its way to one person, whole and in the words that they will read. */
export type Message<Method extends SendableMethod = SendableMethod> = {
  readonly recipient: Recipient<Method>;
  /** Neutral: it may be read by whoever stands beside the person. */
  readonly subject: string;
  readonly text: string;
  readonly language: Language;
};

/** Why a provider took nothing. Codes, never the provider's own words, which may repeat an address. */
export type RefusalCode =
  | "no-such-contact-point"
  | "blocked"
  | "full"
  | "too-many"
  | "not-now"
  | "not-allowed"
  | "not-writable"
  | "not-stated";

/** The provider has it. `receipt` names its own record of the send. */
export type Sent = { readonly kind: "sent"; readonly receipt: RecordRef; readonly delivered: boolean };

/** The provider surely has nothing. `permanent`: this contact point will not do. `temporary`: it may another time. */
export type Refused = {
  readonly kind: "refused";
  readonly lasting: "permanent" | "temporary";
  readonly code: RefusalCode;
};

/** Nobody can tell whether it went out: the line broke, or the answer made no sense. */
export type Unknown = { readonly kind: "unknown"; readonly code: "no-answer" | "broken-off" | "answer-unclear" };

/** What came of a send. There is no error beside it: whatever goes wrong is one of these. */
export type SendAnswer = Sent | Refused | Unknown;

/**
 * What a provider says of a send when it is asked later. `never-seen`: it surely got nothing under this key. `cannot-tell`:
 * it keeps no such record or did not answer.
 */
export type AskAnswer = Sent | Refused | { readonly kind: "never-seen" } | { readonly kind: "cannot-tell" };

/** A send to be asked about, and when it was claimed: providers keep their records by time. */
export type Asked = { readonly key: IdempotencyKey; readonly claimedAt: Instant };

/**
 * A way out to people. `send` again with a key that got through has no second effect where the provider can see to that.
 * Neither call fails or throws, and none of what they answer holds a contact value. `channelContract` holds an adapter to
 * all of this.
 */
export type ChannelShape<Method extends SendableMethod = SendableMethod> = {
  readonly method: Method;
  /** Whether `ask` can ever say more than `cannot-tell`. */
  readonly canBeAsked: boolean;
  readonly send: (message: Message<Method>, key: IdempotencyKey) => Effect<SendAnswer>;
  readonly ask: (asked: Asked) => Effect<AskAnswer>;
};
