import { type CommandTo, type NoticeAttempt, ReasonCode, RecordRef } from "@victim-rights/notification";
import type { AskAnswer, RefusalCode, SendAnswer } from "../channel/channel.ts";
import type { IdempotencyKey } from "../channel/idempotency-key.ts";
import { type CommandBody, type CommandStated, handOver } from "./command-body.ts";
import type { OnDoubt } from "./agency-rules.ts";

/** A send that was answered: which attempt, and the key that its provider knows it by. */
export type Answered = {
  readonly attempt: NoticeAttempt;
  readonly key: IdempotencyKey;
  readonly stated: CommandStated;
};

/**
 * What the record is told of a provider's answer; `null` where it learns nothing new: that a provider has taken a notice
 * does not mean that anybody has received it, so that the attempt stays `sent`.
 */
export const commandOfAnswer = (
  answer: SendAnswer | AskAnswer,
  { attempt: { attempt }, key, stated }: Answered,
): CommandBody | null => {
  switch (answer.kind) {
    case "sent":
      return answer.delivered ? delivered(attempt, answer.receipt, stated) : null;
    case "refused":
      return answer.lasting === "permanent"
        ? lastingRefusal(answer.code, { attempt, key, stated })
        : noteOutcome("not-sent", { attempt, stated, reason: `not-sent-${answer.code}` });
    case "never-seen":
      // By another machine's clock its worker counts as gone; by its own it may be about to send.
      return noteOutcome("unknown", { attempt, stated, reason: "provider-never-saw-it" });
    case "unknown":
    case "cannot-tell":
      return null;
  }
};

/** What is done when asking did not help: by the agency's policy a second notice, or a person. */
export const commandOnDoubt = (
  onDoubt: OnDoubt,
  { attempt, stated }: Pick<Answered, "attempt" | "stated">,
): CommandBody =>
  onDoubt === "person"
    ? handOver(ReasonCode.parse("delivery-in-doubt"), stated)
    : noteOutcome("unknown", { attempt: attempt.attempt, stated, reason: "provider-cannot-tell" });

type Noted = { readonly attempt: number; readonly stated: CommandStated; readonly reason: string };

/** Notes what became of an attempt. */
export const noteOutcome = (
  outcome: CommandTo<"note-outcome">["outcome"],
  { attempt, stated, reason }: Noted,
): CommandTo<"note-outcome"> => ({
  act: "note-outcome",
  ...stated,
  attempt,
  outcome,
  reason: ReasonCode.parse(reason),
});

const delivered = (attempt: number, record: RecordRef, stated: CommandStated): CommandTo<"record-delivery"> => ({
  act: "record-delivery",
  ...stated,
  evidence: { kind: "delivery-receipt", at: stated.at, attempt, record },
});

const lastingRefusal = (
  code: RefusalCode,
  { attempt, key, stated }: { readonly attempt: number; readonly key: IdempotencyKey; readonly stated: CommandStated },
): CommandBody => {
  if (code === "not-writable") return handOver(ReasonCode.parse("notice-not-writable"), stated);
  const why = code === "no-such-contact-point" || code === "blocked" || code === "full" ? code : "not-stated";
  const record = RecordRef.parse(`refusal:${key}`);
  const evidence = { kind: "channel-failure", at: stated.at, attempt, why, record } as const;
  return { act: "report-undeliverable", ...stated, evidence };
};
