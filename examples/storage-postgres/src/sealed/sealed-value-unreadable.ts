import * as Data from "effect/Data";

/** A sealed value does not open where it lies: it was changed, moved there, or sealed with a key that is no longer there. */
export class SealedValueUnreadable extends Data.TaggedError("SealedValueUnreadable")<{
  readonly table: string;
  readonly column: string;
  readonly cause: unknown;
}> {
  override get message(): string {
    return `a value of \`${this.table}.${this.column}\` does not open: restore the row, or the table of record keys`;
  }
}
