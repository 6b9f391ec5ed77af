import * as Result from "effect/Result";
import { EXIT } from "../io/exit-code.ts";
import { type Failure, failure } from "../io/failure.ts";
import { takeLock } from "../io/lock-file.ts";

/** Does something while no other process writes to a case. The lock is let go whatever happens. */
export const whileCaseLocked = async <T>(
  place: string,
  work: () => Promise<Result.Result<T, Failure>>,
): Promise<Result.Result<T, Failure>> => {
  const path = `${place}.lock`;
  const lock = takeLock(path);
  if (!lock.ok)
    return Result.fail(
      failure(EXIT.badInput, [
        {
          where: path,
          problem: "another process is writing to the case; nothing was changed",
          fix: "try again when it is done; remove the file only when you know that nothing writes",
        },
      ]),
    );
  try {
    return await work();
  } finally {
    lock.release();
  }
};
