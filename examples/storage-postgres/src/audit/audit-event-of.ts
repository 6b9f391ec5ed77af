import { type AuditEvent, OpaqueId } from "@victim-rights/auditing";
import type { Instant } from "@victim-rights/core";
import type {
  AttemptKey,
  AuditFact,
  NoticeActor,
  ObligationAdvance,
  PersonTaskId,
  SendResult,
  TaskAnswer,
} from "@victim-rights/notification";
import { rowKey } from "../obligations/row-key.ts";

type Source = AuditEvent["source"];

const SOURCE_KINDS: readonly Source["kind"][] = ["request", "feed", "job", "command-line", "file"];

/** As many records as one event of the log may be about. */
const MOST_ABOUT = 1_000;

/**
 * The events of a fact that came with a batch, one for each thousand records that it is about. Ids that could be read as
 * something else than an id are given by their digest. The kind of source is the last word of the fact's own, such as `feed`
 * of `custody-feed`, and `request` where that is no kind of the log; its id is that of the batch.
 */
export const eventsOfFact = (fact: AuditFact, batchKey: string): readonly AuditEvent[] =>
  partsOf(fact.about).map((about) => ({
    what: { action: fact.what, about: about.map((id) => ({ kind: "record", id: opaque(id) })) },
    when: fact.at,
    where: fact.where,
    source: { kind: kindOf(fact.source), id: opaque(batchKey) },
    outcome: fact.outcome,
    who: { role: "actor", id: opaque(fact.who) },
  }));

/** The event of a command that was taken in an obligation. */
export const eventOfAdvance = ({ obligation, command }: Omit<ObligationAdvance, "expected">): AuditEvent => ({
  what: { action: command.act, about: [{ kind: "obligation", id: opaque(obligation) }] },
  when: command.at,
  where: "obligation-store",
  source: { kind: "request", id: opaque(command.id) },
  outcome: "done",
  who: { role: command.by.role, id: opaque(command.by.id) },
});

/** Who did what the port names nobody for: claiming a send, and keeping its answer. */
export type SendStep = { readonly key: AttemptKey; readonly by: NoticeActor };

/** The event of a send that was claimed. */
export const eventOfClaim = ({ key, by }: SendStep, claimedAt: Instant): AuditEvent =>
  eventOfSend("claim-send", { key, by, when: claimedAt, outcome: "done" });

/** The event of an answer that was kept with a claim. */
export const eventOfSettling = ({ key, by }: SendStep, { outcome, at }: SendResult): AuditEvent =>
  eventOfSend("settle-send", { key, by, when: at, outcome: outcome === "accepted" ? "done" : outcome });

/** The event of a task that a person answered, with the record that the answer is in. */
export const eventOfTaskAnswer = (task: PersonTaskId, { by, at, record }: TaskAnswer): AuditEvent => ({
  what: {
    action: "answer-task",
    about: [
      { kind: "task", id: opaque(task) },
      { kind: "record", id: opaque(record) },
    ],
  },
  when: at,
  where: "obligation-store",
  source: { kind: "request", id: opaque(task) },
  outcome: "done",
  who: { role: by.role, id: opaque(by.id) },
});

type Sending = SendStep & { readonly when: Instant; readonly outcome: AuditEvent["outcome"] };

const eventOfSend = (
  action: string,
  { key: { obligation, attempt, channel }, by, when, outcome }: Sending,
): AuditEvent => ({
  what: {
    action,
    about: [
      { kind: "obligation", id: opaque(obligation) },
      { kind: "attempt", id: opaque(`${attempt}-${channel}`) },
    ],
  },
  when,
  where: "obligation-store",
  source: { kind: "job", id: opaque(obligation) },
  outcome,
  who: { role: by.role, id: opaque(by.id) },
});

const kindOf = (source: string): Source["kind"] =>
  SOURCE_KINDS.find((kind) => source === kind || source.endsWith(`-${kind}`)) ?? "request";

const partsOf = (about: readonly string[]): readonly (readonly string[])[] =>
  about.length === 0
    ? [[]]
    : Array.from({ length: Math.ceil(about.length / MOST_ABOUT) }, (_, at) =>
        about.slice(at * MOST_ABOUT, (at + 1) * MOST_ABOUT),
      );

/** An id as the log takes it. */
const opaque = (id: string): OpaqueId => {
  const read = OpaqueId.safeParse(id);
  return read.success ? read.data : `sha256:${rowKey(id)}`;
};
