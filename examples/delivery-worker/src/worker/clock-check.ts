import { epochMilliseconds, type Instant, type StoreUnavailable } from "@victim-rights/core";
import * as Data from "effect/Data";
import * as Effect from "effect/Effect";
import { WorkerClock } from "./clock.ts";
import { Settings } from "./worker-settings.ts";

/** This machine's clock and the record's are further apart than they may be; what it wrote would be dated wrongly. */
export class ClockDiffers extends Data.TaggedError("ClockDiffers")<{
  /** Whole seconds by which this machine is ahead; negative when it is behind. */
  readonly aheadSeconds: number;
  readonly mostSeconds: number;
}> {
  override get message(): string {
    return `this machine's clock is ${Math.abs(this.aheadSeconds)} s ${this.aheadSeconds > 0 ? "ahead of" : "behind"} the database's, and ${this.mostSeconds} s are the most: set it`;
  }
}

/** The clock that all workers share: that of the record. */
export type RecordClock = Effect.Effect<Instant, StoreUnavailable>;

/**
 * Compares this machine's clock with the record's. A command dated ahead keeps everybody else from its obligation until
 * that moment has come, so that a worker whose clock is wrong by more than it may be must do nothing at all. How long the
 * answer was on its way counts for neither side.
 * @errors `ClockDiffers`; `StoreUnavailable` where nobody can tell.
 */
export const checkClock = (recordClock: RecordClock) =>
  Effect.gen(function* () {
    const { clockWithinSeconds: mostSeconds } = yield* Settings;
    const { now } = yield* WorkerClock;
    const before = epochMilliseconds(yield* now);
    const record = epochMilliseconds(yield* recordClock);
    const after = epochMilliseconds(yield* now);
    const aheadMs = before > record ? before - record : Math.min(0, after - record);
    if (Math.abs(aheadMs) > mostSeconds * 1000)
      return yield* new ClockDiffers({ aheadSeconds: Math.round(aheadMs / 1000), mostSeconds });
  });
