import type { Instant, StoreUnavailable } from "@victim-rights/core";
import * as Context from "effect/Context";
import type { Effect } from "effect/Effect";
import type { ObligationId, PersonTaskId } from "../obligation/ids.ts";
import type { AdvanceError, ClaimError, ObligationNotFound, RecordEventError } from "./store-errors.ts";
import type { SettleError, SettleTaskError } from "./store-errors.ts";
import type {
  AttemptClaim,
  AttemptKey,
  ClaimAnswer,
  DueAsked,
  EventBatch,
  KeyedBatch,
  ObligationAdvance,
  Page,
  PageAsked,
  PersonAsked,
  RecordedEvent,
  SendResult,
  StoredObligation,
  StoredTask,
  TaskAnswer,
  UnsettledAsked,
} from "./store-records.ts";

/**
 * Where obligations are kept: the record, of which jobs and queues are only copies. Each method is one atomic step; what
 * fails wrote nothing, unless a `StoreUnavailable` says that its commit is `unknown`. No value of it holds a way to
 * reach anybody. `obligationStoreContract` holds an adapter to all of this.
 */
export type ObligationStoreShape = {
  /**
   * Records an event with everything that it leads to. Given again with the same key and content it answers as it did
   * first. An obligation or a task that is there already is not opened again.
   * @errors `IdempotencyKeyReused`, `ObligationNotFound`, `RevisionConflict`, `ObligationError`, `StoreUnavailable`.
   */
  readonly recordEvent: (batch: EventBatch, idempotencyKey: string) => Effect<RecordedEvent, RecordEventError>;
  /**
   * Records many batches in one step, in their order, each as `recordEvent` does: what a feed brings at once costs one commit.
   * All of them are written or none.
   * @errors those of `recordEvent`, for the first batch that is refused.
   */
  readonly recordEvents: (batches: readonly KeyedBatch[]) => Effect<readonly RecordedEvent[], RecordEventError>;
  /**
   * Takes one command, by `advanceObligation`, and writes its entries and the tasks that it raises. A command that was
   * taken before with the same content answers with the obligation as it stands, whatever revision is expected.
   * @errors `ObligationNotFound`, `CommandExistsWithDifferentContent`, `RevisionConflict`, `ObligationError`, `StoreUnavailable`.
   */
  readonly advance: (advance: ObligationAdvance) => Effect<StoredObligation, AdvanceError>;
  /** @errors `ObligationNotFound`, `StoreUnavailable`. */
  readonly find: (obligation: ObligationId) => Effect<StoredObligation, ObligationNotFound | StoreUnavailable>;
  /** Open obligations for which `dueAt` is not after `now`, in the store's order. */
  readonly listDue: (asked: DueAsked) => Effect<Page<StoredObligation>, StoreUnavailable>;
  /** Every obligation of a person, in the store's order. */
  readonly listForPerson: (asked: PersonAsked) => Effect<Page<StoredObligation>, StoreUnavailable>;
  /**
   * Claims a send before it is made. Of all who ask for one key exactly one is answered `claimed`, ever.
   * @errors `ObligationNotFound`, `AttemptNotOpen`, `StoreUnavailable`.
   */
  readonly claimAttempt: (key: AttemptKey, at: Instant) => Effect<ClaimAnswer, ClaimError>;
  /**
   * Keeps what became of a send. The first answer other than `unknown` stands; the same again has no effect.
   * @errors `AttemptNotClaimed`, `IdempotencyKeyReused` for another answer, `StoreUnavailable`.
   */
  readonly settleAttempt: (key: AttemptKey, result: SendResult) => Effect<AttemptClaim, SettleError>;
  /** Claims without a result, or with an `unknown` one, made within a span of time, in the store's order. */
  readonly listUnsettled: (asked: UnsettledAsked) => Effect<Page<AttemptClaim>, StoreUnavailable>;
  /** Tasks that nobody has answered, in the store's order. */
  readonly listTasks: (asked: PageAsked) => Effect<Page<StoredTask>, StoreUnavailable>;
  /** The tasks of these ids that the store holds, answered ones included, in the store's order. */
  readonly findTasks: (ids: readonly PersonTaskId[]) => Effect<readonly StoredTask[], StoreUnavailable>;
  /**
   * Keeps the answer to a task. The first one stands; the same again has no effect.
   * @errors `PersonTaskNotFound`, `IdempotencyKeyReused` for another answer, `StoreUnavailable`.
   */
  readonly settleTask: (task: PersonTaskId, answer: TaskAnswer) => Effect<StoredTask, SettleTaskError>;
};

/** The port that a running system asks for its obligations. */
export class ObligationStore extends Context.Service<ObligationStore, ObligationStoreShape>()(
  "@victim-rights/notification/ObligationStore",
) {}
