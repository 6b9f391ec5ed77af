import * as Result from "effect/Result";
import { AttemptNotAsScheduled, SafeContactNotChecked } from "./errors.ts";
import type { Obligation, ScheduledAttempt } from "./obligation.ts";
import type { CommandTo, ObligationCommand } from "./obligation-command.ts";

/**
 * Checks what an attempt adds to the table: attempts come in their order, as they were scheduled and not earlier, and
 * only after the person's safe-contact wishes were read again.
 * @errors `AttemptNotAsScheduled`, `SafeContactNotChecked`.
 */
export const checkAttempt = (
  { attempts, scheduled }: Obligation,
  command: ObligationCommand,
): Result.Result<null, AttemptNotAsScheduled | SafeContactNotChecked> => {
  const expected = attempts.length + 1;
  if (command.act === "schedule" && command.attempt !== expected)
    return Result.fail(new AttemptNotAsScheduled({ differs: "attempt", expected }));
  if (command.act !== "attempt" || scheduled === null) return Result.succeed(null);
  const differs = difference(scheduled, command);
  if (differs !== null) return Result.fail(new AttemptNotAsScheduled({ differs, expected }));
  const { safeContactCheckedAt: checkedAt, at } = command;
  return checkedAt < scheduled.scheduledAt || checkedAt > at
    ? Result.fail(new SafeContactNotChecked({ checkedAt, since: scheduled.scheduledAt }))
    : Result.succeed(null);
};

const difference = (
  scheduled: ScheduledAttempt,
  command: CommandTo<"attempt">,
): AttemptNotAsScheduled["differs"] | null => {
  const field = (["attempt", "method", "contact"] as const).find((each) => scheduled[each] !== command[each]);
  return field ?? (command.at < scheduled.for ? "too-early" : null);
};
