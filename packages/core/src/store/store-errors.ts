import * as Data from "effect/Data";
import type { Revision } from "./revision.ts";

/** Somebody else wrote to the record since it was read: read it again, decide anew, and give the command again. */
export class RevisionConflict extends Data.TaggedError("RevisionConflict")<{
  /** The record's id, as the store names it. */
  readonly record: string;
  readonly expected: Revision;
  readonly actual: Revision;
}> {
  override get message(): string {
    return `\`${this.record}\` stands at revision ${this.actual}, not ${this.expected}: read it again and decide anew`;
  }
}

/**
 * A store did not answer. `commit` says what became of the write: `not-made` when nothing was written, so that it may be
 * given again; `unknown` when nobody can tell, so that it must be given again with the same key or id and no other.
 * A read is always `not-made`.
 */
export class StoreUnavailable extends Data.TaggedError("StoreUnavailable")<{
  readonly commit: "not-made" | "unknown";
  /** What was asked of the store, such as `recordEvent`; never a value that was written. */
  readonly during: string;
}> {
  override get message(): string {
    const then = this.commit === "not-made" ? "nothing was written: try again" : "try again with the same key";
    return `the store did not answer \`${this.during}\` (commit ${this.commit}): ${then}`;
  }
}

/** A key that names one request was given again with another request: nothing was written. */
export class IdempotencyKeyReused extends Data.TaggedError("IdempotencyKeyReused")<{ readonly key: string }> {
  override get message(): string {
    return `\`${this.key}\` was given before with other content: give a new request a key of its own`;
  }
}
