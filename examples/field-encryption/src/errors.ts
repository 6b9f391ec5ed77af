import * as Data from "effect/Data";

/** The key that locked a record key is in the key ring no longer, or not yet. */
export class RingKeyUnknown extends Data.TaggedError("RingKeyUnknown")<{ readonly ringKey: string }> {
  override get message(): string {
    return `the key ring has no key \`${this.ringKey}\`: put it back until every record key is locked with a newer one`;
  }
}

/** The key ring does not answer. Nothing was read or written. */
export class KeyRingUnavailable extends Data.TaggedError("KeyRingUnavailable")<{ readonly ring: string }> {
  override get message(): string {
    return `the key ring \`${this.ring}\` does not answer: try again`;
  }
}

/** A record key does not open: it was changed, or it is another record's. */
export class RecordKeyDamaged extends Data.TaggedError("RecordKeyDamaged")<{ readonly record: string }> {
  override get message(): string {
    return `the key of the record \`${this.record}\` does not open: restore it from a copy`;
  }
}

/** The record's key was destroyed, and with it everything that was sealed under it, in every copy and backup. */
export class RecordShredded extends Data.TaggedError("RecordShredded")<{ readonly record: string }> {
  override get message(): string {
    return `what was kept of the record \`${this.record}\` was destroyed for good`;
  }
}

/** A sealed value does not open in its place: it was changed, or moved there from another row or column. */
export class FieldDamaged extends Data.TaggedError("FieldDamaged")<{
  readonly record: string;
  readonly table: string;
  readonly column: string;
}> {
  override get message(): string {
    return `\`${this.table}.${this.column}\` of the record \`${this.record}\` does not open: it was changed or moved`;
  }
}

/** A key ring's file is not one that may be used; `problems` says why, and never what stands in it. */
export class KeyRingFileRefused extends Data.TaggedError("KeyRingFileRefused")<{
  readonly problems: readonly string[];
}> {
  override get message(): string {
    return `the key ring cannot be used: ${this.problems.join("; ")}`;
  }
}
