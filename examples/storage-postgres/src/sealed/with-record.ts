import { StoreUnavailable } from "@victim-rights/core";
import { RecordShredded } from "@victim-rights-examples/field-encryption";
import * as Effect from "effect/Effect";

/**
 * Gets a record's key, then does what needs it. The ports have no error for a record that was destroyed: it is a defect,
 * which carries the cipher's own error.
 * @errors `StoreUnavailable` when the keys cannot be reached: nothing was written.
 */
export const withRecord = <Cipher, Answer, Failure>(
  cipher: () => Promise<Cipher>,
  work: (cipher: Cipher) => Effect.Effect<Answer, Failure>,
): Effect.Effect<Answer, Failure | StoreUnavailable> =>
  Effect.flatMap(
    Effect.catch(Effect.tryPromise({ try: cipher, catch: (error) => error }), (error) =>
      error instanceof StoreUnavailable ? Effect.fail(error) : Effect.die(error),
    ),
    work,
  );

/** What is read of a record; `null` where the record was destroyed, for which the ports have no error. */
export const unlessShredded = <Answer, Failure>(
  read: Effect.Effect<Answer, Failure>,
): Effect.Effect<Answer | null, Failure> =>
  Effect.catchDefect(read, (defect) => (defect instanceof RecordShredded ? Effect.succeed(null) : Effect.die(defect)));
