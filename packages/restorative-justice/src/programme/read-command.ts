import * as Data from "effect/Data";
import * as Result from "effect/Result";
import type { z } from "zod";

/** One thing in a command that does not fit; never the value itself, which may be about the victim (INV-11). */
export type CommandProblem = { readonly path: string; readonly code: string };

/** A command cannot be read: a day that is in no calendar, an act or a code that is in no list, a field left out. */
export class CommandUnreadable extends Data.TaggedError("CommandUnreadable")<{
  readonly problems: readonly CommandProblem[];
}> {
  override get message(): string {
    return this.problems.map(({ path, code }) => `\`${path}\` does not fit (${code})`).join("; ");
  }
}

/**
 * Reads a command, or the facts beside it, at the door.
 * @errors `CommandUnreadable` with every problem at once, by path and code.
 */
export const readAtDoor = <Schema extends z.ZodType>(
  schema: Schema,
  raw: unknown,
): Result.Result<z.output<Schema>, CommandUnreadable> => {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return Result.succeed(parsed.data);
  const problems = parsed.error.issues.map(({ path, code }) => ({ path: path.join(".") || "$", code }));
  return Result.fail(new CommandUnreadable({ problems }));
};
