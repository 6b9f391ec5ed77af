import * as Data from "effect/Data";

/** A promise of this code, not of its caller's data, was broken: a defect to report, never an outcome to handle. */
export class BrokenInvariant extends Data.TaggedError("BrokenInvariant")<{ readonly message: string }> {}

/**
 * Stops when something that must hold does not; the one place in the house that throws.
 * Whatever a caller may get wrong is parsed at the door or returned as an error, and never reaches this.
 *
 * @errors `BrokenInvariant` is thrown with `message`: one line, lower case, no personal data.
 */
export function invariant(condition: boolean, message: string): asserts condition {
  if (!condition) throw new BrokenInvariant({ message });
}
