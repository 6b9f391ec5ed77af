import * as Data from "effect/Data";

/** A proof was asked for a leaf that the tree does not have. */
export class LeafNotInTree extends Data.TaggedError("LeafNotInTree")<{
  readonly index: number;
  readonly size: number;
}> {
  override get message(): string {
    return `the log has ${this.size} sealed events, counted from 0: it has none at ${this.index}`;
  }
}

/** A batch without events would seal nothing. */
export class BatchEmpty extends Data.TaggedError("BatchEmpty") {
  override get message(): string {
    return "a batch seals at least one event: wait until there is one";
  }
}

/** A batch would be sealed before the one that it follows. */
export class SealClockWentBack extends Data.TaggedError("SealClockWentBack")<{
  readonly previous: string;
  readonly at: string;
}> {
  override get message(): string {
    return `the last batch was sealed at ${this.previous}, after ${this.at}: set the clock right and seal again`;
  }
}

/** Why one line of an audit log is not what was written there. */
export type WhyLineRefused =
  | "not-text"
  | "not-json"
  | "not-a-line-of-this-log"
  | "batch-out-of-place"
  | "batch-of-other-events"
  | "checkpoint-malformed"
  | "checkpoint-of-another-log"
  | "checkpoint-key-unknown"
  | "checkpoint-signature-invalid"
  | "checkpoint-differs";

/** A line of an audit log that is not what was written there. `details` says where in the line; never what stands there. */
export class LineRefused extends Data.TaggedError("LineRefused")<{
  /** Counting from 1. */
  readonly line: number;
  readonly why: WhyLineRefused;
  readonly details: readonly string[];
}> {
  override get message(): string {
    return `line ${this.line} ${WORDS[this.why]}${this.details.length === 0 ? "" : ` (${this.details.join("; ")})`}`;
  }
}

const WORDS: Readonly<Record<WhyLineRefused, string>> = {
  "not-text": "is not UTF-8 text",
  "not-json": "is not JSON",
  "not-a-line-of-this-log": "is no event, no batch and no checkpoint",
  "batch-out-of-place": "is a batch that does not follow the one before it: a batch was dropped, inserted or moved",
  "batch-of-other-events": "seals other events than those before it: one was changed, dropped, inserted or moved",
  "checkpoint-malformed": "is a checkpoint that cannot be read",
  "checkpoint-of-another-log": "is a checkpoint of another log",
  "checkpoint-key-unknown": "is a checkpoint signed with a key that is not trusted",
  "checkpoint-signature-invalid": "is a checkpoint whose signature its key did not make",
  "checkpoint-differs": "is a checkpoint of a log that went otherwise: this one was written anew",
};

/** A checkpoint kept elsewhere vouches for events that this log does not have, or has otherwise. */
export class WitnessContradicts extends Data.TaggedError("WitnessContradicts")<{
  readonly batch: number;
  readonly size: number;
  readonly why: "cut-off" | "written-anew";
}> {
  override get message(): string {
    const what =
      this.why === "cut-off"
        ? "the log ends before it: its end was cut off"
        : "the log had other events: it was written anew";
    return `a checkpoint kept elsewhere vouches for batch ${this.batch} with ${this.size} events, and ${what}`;
  }
}

/** A checkpoint that cannot be read or is not signed by a trusted key. */
export class CheckpointRefused extends Data.TaggedError("CheckpointRefused")<{
  readonly why: "malformed" | "key-unknown" | "signature-invalid";
}> {
  override get message(): string {
    return {
      malformed: "this is no checkpoint of an audit log",
      "key-unknown": "the checkpoint is signed with a key that is not trusted",
      "signature-invalid": "the checkpoint's signature is not one that its key made over it",
    }[this.why];
  }
}
