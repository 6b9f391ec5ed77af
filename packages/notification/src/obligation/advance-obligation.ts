import { compareInstants } from "@victim-rights/core";
import * as Equal from "effect/Equal";
import * as Result from "effect/Result";
import { checkAttempt } from "./check-attempt.ts";
import { checkEvidence } from "./check-evidence.ts";
import {
  ClockWentBack,
  CommandExistsWithDifferentContent,
  type ObligationError,
  RoleMayNot,
  StepNotPossible,
} from "./errors.ts";
import { applyEntry } from "./fold-entries.ts";
import type { Obligation } from "./obligation.ts";
import type { ObligationCommand } from "./obligation-command.ts";
import type { AdvancedEntry } from "./obligation-entry.ts";
import { type ObligationStep, possibleFrom, stepFrom } from "./obligation-machine.ts";
import type { PersonTask } from "./person-task.ts";
import { taskRaisedBy } from "./task-raised-by.ts";

/** An obligation after a command, with the entries that it made and the tasks for people that they raise. */
export type Advanced = {
  readonly obligation: Obligation;
  /** None when the command had been taken before. */
  readonly entries: readonly AdvancedEntry[];
  readonly tasks: readonly PersonTask[];
};

/**
 * Takes one command in an obligation's life. Given again with the same content it changes nothing.
 * @errors `ObligationError`, in its order of precedence.
 */
export const advanceObligation = (
  obligation: Obligation,
  command: ObligationCommand,
): Result.Result<Advanced, ObligationError> => {
  const given = obligation.commands.find(({ id }) => id === command.id);
  if (given !== undefined)
    return Equal.equals(given, command)
      ? Result.succeed({ obligation, entries: [], tasks: [] })
      : Result.fail(new CommandExistsWithDifferentContent({ command: command.id }));
  return Result.gen(function* () {
    yield* inTime(obligation, command);
    const step = yield* possibleStep(obligation, command);
    yield* checkAttempt(obligation, command);
    yield* checkEvidence(obligation, command);
    return take(obligation, command, step);
  });
};

const inTime = ({ lastAt }: Obligation, { at }: ObligationCommand): Result.Result<null, ClockWentBack> =>
  compareInstants(at, lastAt) < 0 ? Result.fail(new ClockWentBack({ at, last: lastAt })) : Result.succeed(null);

const possibleStep = (
  { state }: Obligation,
  { act, by }: ObligationCommand,
): Result.Result<ObligationStep, StepNotPossible | RoleMayNot> => {
  const step = stepFrom(state, act);
  if (step === null) return Result.fail(new StepNotPossible({ act, state, possible: possibleFrom(state) }));
  return step.by.includes(by.role)
    ? Result.succeed(step)
    : Result.fail(new RoleMayNot({ act, role: by.role, may: step.by }));
};

const take = (before: Obligation, command: ObligationCommand, { to }: ObligationStep): Advanced => {
  const entry: AdvancedEntry = {
    entry: "advanced",
    obligation: before.id,
    seq: before.revision + 1,
    from: before.state,
    to: to === "same" ? before.state : to,
    command,
  };
  const obligation = applyEntry(before, entry);
  const task = taskRaisedBy(obligation, command);
  return { obligation, entries: [entry], tasks: task === null ? [] : [task] };
};
