import * as Data from "effect/Data";

/** A decision names a hold that is not open. */
export class HoldNotOpen extends Data.TaggedError("HoldNotOpen")<{ readonly feed: string; readonly number: number }> {
  override get message(): string {
    return `hold ${this.number} of the feed \`${this.feed}\` is not open: look which one is`;
  }
}

/** Something other than a person would let held changes go. */
export class HoldNeedsPerson extends Data.TaggedError("HoldNeedsPerson")<{
  readonly feed: string;
  readonly number: number;
}> {
  override get message(): string {
    return `hold ${this.number} of the feed \`${this.feed}\` is for a person of the agency to decide: nothing else ends it`;
  }
}
