import * as Data from "effect/Data";
import * as Result from "effect/Result";
import { ObligationCommand } from "./obligation-command.ts";

/** A command cannot be read. `problems` name places and codes, never the values, which may be about the person. */
export class ObligationCommandUnreadable extends Data.TaggedError("ObligationCommandUnreadable")<{
  readonly problems: readonly { readonly path: string; readonly code: string }[];
}> {
  override get message(): string {
    return this.problems.map(({ path, code }) => `\`${path}\` does not fit (${code})`).join("; ");
  }
}

/**
 * Reads a command at the door.
 * @errors `ObligationCommandUnreadable` with every problem at once, by path and code.
 */
export const readObligationCommand = (raw: unknown): Result.Result<ObligationCommand, ObligationCommandUnreadable> => {
  const parsed = ObligationCommand.safeParse(raw);
  if (parsed.success) return Result.succeed(parsed.data);
  const problems = parsed.error.issues.map(({ path, code }) => ({ path: path.join(".") || "$", code }));
  return Result.fail(new ObligationCommandUnreadable({ problems }));
};
