import * as Result from "effect/Result";

/** Runs the next step on what the last one gave; a failure goes past it. */
export const thenDo = async <A, B, E>(
  last: Result.Result<A, E> | Promise<Result.Result<A, E>>,
  next: (value: A) => Promise<Result.Result<B, E>> | Result.Result<B, E>,
): Promise<Result.Result<B, E>> => {
  const outcome = await last;
  return Result.isFailure(outcome) ? Result.fail(outcome.failure) : next(outcome.success);
};
