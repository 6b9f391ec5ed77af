import type { IdempotencyKeyReused, RevisionConflict, StoreUnavailable } from "@victim-rights/core";
import * as Data from "effect/Data";
import type { ObligationError } from "../obligation/errors.ts";
import type { ObligationId, PersonTaskId } from "../obligation/ids.ts";

/** The store holds no obligation of this id. */
export class ObligationNotFound extends Data.TaggedError("ObligationNotFound")<{ readonly obligation: ObligationId }> {
  override get message(): string {
    return `no obligation \`${this.obligation}\`: record the event that owes it first`;
  }
}

/** The store holds no task of this id. */
export class PersonTaskNotFound extends Data.TaggedError("PersonTaskNotFound")<{ readonly task: PersonTaskId }> {
  override get message(): string {
    return `no task \`${this.task}\`: list the open tasks`;
  }
}

/** The obligation is not at this attempt: it ended, another attempt came after, or the attempt was never recorded. */
export class AttemptNotOpen extends Data.TaggedError("AttemptNotOpen")<{
  readonly obligation: ObligationId;
  readonly attempt: number;
}> {
  override get message(): string {
    return `attempt ${this.attempt} of \`${this.obligation}\` is not open: record the attempt first, and send nothing`;
  }
}

/** A result was given for a send that nobody claimed. */
export class AttemptNotClaimed extends Data.TaggedError("AttemptNotClaimed")<{
  readonly obligation: ObligationId;
  readonly attempt: number;
}> {
  override get message(): string {
    return `attempt ${this.attempt} of \`${this.obligation}\` was not claimed: claim it before it is sent`;
  }
}

/** Why a batch is not recorded; nothing of it is then. */
export type RecordEventError =
  | IdempotencyKeyReused
  | ObligationNotFound
  | RevisionConflict
  | ObligationError
  | StoreUnavailable;

/** Why a stored obligation is not advanced; it is unchanged then. */
export type AdvanceError = ObligationNotFound | RevisionConflict | ObligationError | StoreUnavailable;

/** Why a send is not claimed. */
export type ClaimError = ObligationNotFound | AttemptNotOpen | StoreUnavailable;

/** Why the result of a send is not kept. */
export type SettleError = AttemptNotClaimed | IdempotencyKeyReused | StoreUnavailable;

/** Why the answer to a task is not kept. */
export type SettleTaskError = PersonTaskNotFound | IdempotencyKeyReused | StoreUnavailable;
