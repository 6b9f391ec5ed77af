import type { ContactMethod, CustodyEvent, EventId, Instant, PersonId, Revision } from "@victim-rights/core";
import type { NoticeActor } from "../obligation/notice-actor.ts";
import type { Obligation } from "../obligation/obligation.ts";
import type { ObligationCommand } from "../obligation/obligation-command.ts";
import type { OpenedEntry } from "../obligation/obligation-entry.ts";
import type { ObligationId, PersonTaskId, RecordRef } from "../obligation/ids.ts";
import type { PersonTask } from "../obligation/person-task.ts";
import type { AuditFact } from "./audit-fact.ts";

/** A place in a store's own order, from 1: later writes have larger ones. Pages go by it and never by a clock. */
export type StoreSequence = number;

/** A command for an obligation that the store holds, at the revision that it was decided on. */
export type ObligationAdvance = {
  readonly obligation: ObligationId;
  readonly expected: Revision;
  readonly command: ObligationCommand;
};

/** Everything that one custody event leads to. It is written whole or not at all. */
export type EventBatch = {
  readonly event: CustodyEvent;
  readonly obligations: readonly OpenedEntry[];
  /** Commands for obligations that an earlier revision opened: superseded, withdrawn or false. */
  readonly advances: readonly ObligationAdvance[];
  readonly tasks: readonly PersonTask[];
  readonly audit: readonly AuditFact[];
};

/** A batch with the key that names it once and for all. */
export type KeyedBatch = { readonly batch: EventBatch; readonly idempotencyKey: string };

/** What a batch did: the same answer however often it is given. */
export type RecordedEvent = {
  readonly event: EventId;
  readonly revision: number;
  readonly sequence: StoreSequence;
  readonly opened: readonly ObligationId[];
  /** Obligations that another batch had opened before: nothing is opened twice. */
  readonly alreadyOpen: readonly ObligationId[];
  readonly tasks: readonly PersonTaskId[];
};

/** An obligation as the store holds it. */
export type StoredObligation = {
  readonly obligation: Obligation;
  readonly revision: Revision;
  /** The place at which it was opened; it never changes. */
  readonly sequence: StoreSequence;
};

/** What to list, and from where: give `next` of one page as `afterSequence` of the following. */
export type PageAsked = { readonly limit: number; readonly afterSequence: StoreSequence };

/** One page. `next` is `null` when nothing follows. */
export type Page<Item> = { readonly items: readonly Item[]; readonly next: StoreSequence | null };

/** Obligations for which something is to be done at `now`: see `dueAt`. */
export type DueAsked = PageAsked & { readonly now: Instant };

/** The obligations of one person, ended ones included. */
export type PersonAsked = PageAsked & { readonly personId: PersonId };

/** One send: an obligation, the number of its attempt, and the way that it goes. */
export type AttemptKey = {
  readonly obligation: ObligationId;
  readonly attempt: number;
  readonly channel: ContactMethod;
};

/** What the channel's provider answered to a send. `unknown`: nobody can tell whether it went out. */
export type SendResult = {
  readonly outcome: "accepted" | "refused" | "unknown";
  readonly at: Instant;
  /** The provider's own number for the send. */
  readonly providerRef: RecordRef | null;
};

/** A claim that was made before a send, with what came of it; `null` while nothing is known. */
export type AttemptClaim = AttemptKey & {
  readonly claimedAt: Instant;
  readonly result: SendResult | null;
  readonly sequence: StoreSequence;
};

/** Whoever gets `claimed` sends. Whoever gets `already` does not: they ask the provider what became of it. */
export type ClaimAnswer = { readonly kind: "claimed" | "already"; readonly claim: AttemptClaim };

/** Claims of which nobody knows the result: those that a crash left behind among them. */
export type UnsettledAsked = PageAsked & {
  readonly claimedBefore: Instant;
  /** Those made before this moment are past asking about. */
  readonly claimedFrom: Instant;
};

/** How a person answered a task, and where it is written down. */
export type TaskAnswer = { readonly by: NoticeActor; readonly at: Instant; readonly record: RecordRef };

/** A task as the store holds it; `answer` is `null` while it is open. */
export type StoredTask = {
  readonly task: PersonTask;
  readonly answer: TaskAnswer | null;
  readonly sequence: StoreSequence;
};
